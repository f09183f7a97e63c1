import { describe, expect, test } from 'vitest'
import { MOVE_IDS, moveOf, REFERRAL_STATES, STATE_IDS } from './referral.ts'

describe('the table of moves', () => {
  test('leads from a decision to every state', () => {
    const reached = new Set(['decided'])
    for (let size = 0; size < reached.size; ) {
      size = reached.size
      for (const move of MOVE_IDS.map(moveOf)) if (move.from.some((state) => reached.has(state))) reached.add(move.to)
    }
    expect(STATE_IDS.filter((state) => !reached.has(state))).toEqual([])
  })

  test('cannot close without an outcome, nor make a referral that nobody decided', () => {
    expect(MOVE_IDS.filter((id) => moveOf(id).to === 'closed').map((id) => moveOf(id).from)).toEqual([
      ['outcome_recorded'],
    ])
    expect(MOVE_IDS.filter((id) => moveOf(id).to === 'outcome_recorded')).toEqual(['record_outcome'])
    expect(moveOf('record_outcome').needs).toContain('outcome')
    expect(MOVE_IDS.filter((id) => moveOf(id).to === 'decided')).toEqual([])
  })

  test('gives each decision to one side: who answers never sends, who sends never answers', () => {
    const both = MOVE_IDS.filter((id) => moveOf(id).sides.includes('sender') && moveOf(id).sides.includes('recipient'))
    expect(both).toEqual(['close'])
  })

  test('lets the recipient touch nothing that is not sent yet', () => {
    const early = MOVE_IDS.filter((id) => moveOf(id).sides.includes('recipient') && moveOf(id).from.includes('decided'))
    expect(early).toEqual([])
  })

  test('declining needs a reason and a suggestion, re-routing a new consent', () => {
    expect(moveOf('decline').needs).toEqual(['reason', 'suggestion'])
    expect(moveOf('reroute').needs).toEqual(['newConsent'])
  })

  test('has a list to choose from wherever a reason or an outcome is needed, and only there', () => {
    for (const id of MOVE_IDS) {
      const { needs, choices } = moveOf(id)
      expect(choices !== undefined, id).toBe(needs.includes('reason') || needs.includes('outcome'))
    }
  })

  test('gives every unsafe moment a page of its own', () => {
    const slow = MOVE_IDS.filter((id) => moveOf(id).ownPage)
    expect(slow).toEqual(
      expect.arrayContaining(['withdraw_for_client', 'withdraw_for_agency', 'stop', 'enter_in_error']),
    )
  })

  test('shows the package only while the agency that has it may act on it, or has given its outcome', () => {
    expect(STATE_IDS.filter((id) => REFERRAL_STATES[id].packageShown)).toEqual([
      'sent',
      'received',
      'information_asked',
      'expired',
      'accepted',
      'in_progress',
      'outcome_recorded',
      'closed',
    ])
  })
})
