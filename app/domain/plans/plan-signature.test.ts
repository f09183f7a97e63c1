import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf, checkSignature, type SignatureMade } from './plan-signature.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))
const client: SignatureMade = { party: 'client', way: 'typed', fingerprint: 'text', signedAt: at(10) }
const agency: SignatureMade = { party: 'agency', way: 'as_staff', fingerprint: 'text', signedAt: at(11) }
const refusal: SignatureMade = { ...client, way: 'refused', signedAt: at(9) }
const plan = { fingerprint: 'text', changedAt: at(8), signatures: [] as SignatureMade[] }

describe('I4a: a signature', () => {
  it.each([
    { signature: client, given: {}, kind: null, why: 'is for the text as it is' },
    { signature: { ...client, fingerprint: 'old' }, given: {}, kind: 'plan-changed', why: 'is for another text' },
    { signature: client, given: { signatures: [client] }, kind: 'already-signed', why: 'was given before' },
    { signature: client, given: { signatures: [refusal] }, kind: null, why: 'follows a refusal: minds change' },
    { signature: refusal, given: { signatures: [client] }, kind: 'already-signed', why: 'is not taken back' },
    {
      signature: client,
      given: { signatures: [{ ...client, fingerprint: 'old' }] },
      kind: null,
      why: 'was for an earlier text and is given again',
    },
    { signature: { ...client, signedAt: at(13) }, given: {}, kind: 'signed-in-the-future', why: 'in the future' },
    { signature: { ...client, signedAt: at(7) }, given: {}, kind: 'signed-before-plan', why: 'is before the text' },
  ])('$kind when it $why', ({ signature, given, kind }) => {
    const result = checkSignature(signature, { ...plan, ...given }, at(12))
    expect(result.ok ? null : result.refusal.kind).toBe(kind)
  })
})

describe('I4a: an agreement', () => {
  it.each([
    { signatures: [client], is: null, why: 'one side is missing' },
    { signatures: [client, { ...agency, fingerprint: 'old' }], is: null, why: 'one side signed another text' },
    { signatures: [client, agency], is: { agreedAt: at(11), way: 'signed' }, why: 'both signed' },
    {
      signatures: [agency, { ...client, way: 'said_aloud' as const, signedAt: at(12) }],
      is: { agreedAt: at(12), way: 'signed' },
      why: 'the client said yes later, at the time they said it',
    },
    { signatures: [refusal, agency], is: { agreedAt: at(11), way: 'documented_refusal' }, why: 'the client refused' },
    { signatures: [refusal, client, agency], is: { agreedAt: at(11), way: 'signed' }, why: 'the client came round' },
  ])('is $is.way when $why', ({ signatures, is }) => {
    expect(agreementOf(signatures, 'text')).toEqual(is)
  })

  it('does not depend on the order in which signatures arrive, and is the later of the two', () => {
    const any = fc.record({
      party: fc.constantFrom('client' as const, 'agency' as const),
      refused: fc.boolean(),
      fingerprint: fc.constantFrom('text', 'old'),
      hour: fc.integer({ min: 1, max: 20 }),
    })
    const once = fc.uniqueArray(any, { selector: (s) => `${s.party} ${s.fingerprint} ${s.refused}` })
    fc.assert(
      fc.property(once, (made) => {
        const signatures = made
          .filter(({ party, refused }) => party === 'client' || !refused)
          .map(({ party, refused, fingerprint, hour }): SignatureMade => {
            const way = party === 'agency' ? 'as_staff' : refused ? 'refused' : 'typed'
            return { party, way, fingerprint, signedAt: at(hour) }
          })
        const agreement = agreementOf(signatures, 'text')
        expect(agreementOf(signatures.toReversed(), 'text')).toEqual(agreement)
        const ofText = signatures.filter(({ fingerprint }) => fingerprint === 'text')
        expect(agreement !== null).toBe(new Set(ofText.map(({ party }) => party)).size === 2)
        if (agreement)
          expect(ofText.some(({ signedAt }) => signedAt.getTime() === agreement.agreedAt.getTime())).toBe(true)
      }),
    )
  })
})
