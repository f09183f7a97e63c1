import { describe, expect, it } from 'vitest'
import { MOVE_IDS, moveOf } from '../../domain/referrals/referral.ts'
import { moveHref, PLAIN_MOVES, RECIPIENT_MOVE_IDS, RECIPIENT_MOVES } from './recipient-moves.ts'

describe('the moves of a recipient', () => {
  it('has an address for every move that the table gives the recipient, and for no other', () => {
    const ofTable = MOVE_IDS.filter((id) => moveOf(id).sides.includes('recipient'))
    expect([...RECIPIENT_MOVE_IDS].sort()).toEqual([...ofTable].sort())
  })

  it('has one address for one move', () => {
    const paths = Object.values(RECIPIENT_MOVES)
    expect(new Set(paths).size).toBe(paths.length)
    expect(moveHref('1', 'accept')).toBe('/inbox/1/accept')
  })

  it('asks nothing on the way only where the table asks for nothing', () => {
    for (const move of PLAIN_MOVES) expect([move, moveOf(move).needs]).toEqual([move, []])
  })
})
