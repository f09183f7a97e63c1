import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingFromClientPack, type PackAnswers, SUPPORT_PACK_ITEM_IDS, supportPacksOf } from './support-pack.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))
const NOTHING: PackAnswers = { diary: '', pen: '', contacts: '', publicity: '', standards: '' }

function pack(recipientId: string, hour: number, answers: Partial<PackAnswers>) {
  const recipient = recipientId === 'client' ? ('client' as const) : ('witness' as const)
  return { recipient, recipientId, recipientName: '', givenAt: at(hour), answers: { ...NOTHING, ...answers } }
}

describe('a support pack', () => {
  it('S1: is complete once each of its items was given or declined, on one occasion or several', () => {
    const first = pack('client', 9, { diary: 'given', pen: 'declined', contacts: 'given' })
    expect(missingFromClientPack(supportPacksOf([]))).toEqual([...SUPPORT_PACK_ITEM_IDS])
    expect(missingFromClientPack(supportPacksOf([first]))).toEqual(['publicity', 'standards'])
    const [client] = supportPacksOf([first, pack('client', 10, { publicity: 'declined', standards: 'given' })])
    expect(client).toMatchObject({ complete: true, missing: [], lastGivenAt: at(10) })
  })

  it('V5: of a witness is separate and does not complete that of the client', () => {
    const all = Object.fromEntries(SUPPORT_PACK_ITEM_IDS.map((item) => [item, 'given'])) as PackAnswers
    const states = supportPacksOf([pack('witness 1', 9, all), pack('client', 10, { pen: 'given' })])
    expect(states.map(({ recipientId, complete }) => [recipientId, complete])).toEqual([
      ['client', false],
      ['witness 1', true],
    ])
  })

  it('S1: has for each item the newest answer, in whatever order they are read', () => {
    const answer = fc.constantFrom('' as const, 'given' as const, 'declined' as const)
    const answers = fc.record(Object.fromEntries(SUPPORT_PACK_ITEM_IDS.map((item) => [item, answer])))
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 6 }), (occasions) => {
        const recorded = occasions.map((given, hour) => pack('client', hour, given))
        const [state] = supportPacksOf(recorded.toReversed())
        for (const item of SUPPORT_PACK_ITEM_IDS) {
          const newest = recorded.map((one) => one.answers[item]).findLast((one) => one !== '') ?? ''
          expect(state?.answers[item]).toBe(newest)
        }
      }),
    )
  })
})
