import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseReference, readReference, referralReference } from './reference-number.ts'

const bytes = fc.uint8Array({ minLength: 8, maxLength: 16 })

describe('references', () => {
  test('are short and sayable, with nothing that looks like another character', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(caseReference('hb', random)).toMatch(/^HB-[34679CDFGHJKMNPQRTVWXY]{4}$/)
        expect(referralReference(random)).toMatch(/^R-[34679CDFGHJKMNPQRTVWXY]{6}$/)
      }),
    )
  })

  test('depend on the random bytes alone', () => {
    const random = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])
    expect(caseReference('HB', random)).toBe(caseReference('HB', random))
    expect(caseReference('HB', random)).not.toBe(caseReference('HB', random.with(7, 9)))
  })

  test('refuse too little randomness loudly', () => {
    expect(() => referralReference(new Uint8Array(4))).toThrow(RangeError)
  })
})

describe('readReference', () => {
  test('reads back every reference, however it is typed', () => {
    const prefix = fc.stringMatching(/^[A-Z]{1,4}$/).filter((initials) => initials !== 'R')
    fc.assert(
      fc.property(bytes, prefix, (random, initials) => {
        for (const reference of [caseReference(initials, random), referralReference(random)]) {
          expect(readReference(reference)).toBe(reference)
          expect(readReference(` ${reference.toLowerCase().replace('-', ' ')} `)).toBe(reference)
          // Run together, the initials 'RCC' and a referral's 'R' cannot be told apart.
          if (!/^R[A-Z]{2}-/.test(reference)) expect(readReference(reference.replace('-', ''))).toBe(reference)
        }
      }),
    )
  })

  const rows = [
    { why: 'nothing', typed: '' },
    { why: 'a name', typed: 'Amara Diallo' },
    { why: 'a zero, which no reference has', typed: 'HB-40FK' },
    { why: 'a number without its agency', typed: '4F7K' },
    { why: 'too long a prefix', typed: 'HARTHILL-4F7K' },
  ]
  test.each(rows)('$why is no reference', ({ typed }) => {
    expect(readReference(typed)).toBeNull()
  })
})
