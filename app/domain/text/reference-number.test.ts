import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseReference, lastReference, referenceBeginnings, referralReference } from './reference-number.ts'

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

describe('what typed text begins', () => {
  test('is every reference, however it is typed', () => {
    const prefix = fc.stringMatching(/^[A-Z]{1,4}$/)
    fc.assert(
      fc.property(bytes, prefix, (random, initials) => {
        for (const reference of [caseReference(initials, random), referralReference(random)]) {
          const ways = [reference, ` ${reference.toLowerCase().replace('-', ' ')} `, reference.replace('-', '')]
          for (const typed of ways) expect(referenceBeginnings(typed, initials)).toContain(reference)
          expect(referenceBeginnings(reference.replace(/^.*-/, ''), initials)).toContain(reference)
          expect(referenceBeginnings(reference.slice(0, -2), initials)).toEqual([reference.slice(0, -2)])
        }
      }),
    )
  })

  test.each([
    { why: 'nothing', typed: '' },
    { why: 'a name', typed: 'Amara Diallo' },
    { why: 'a zero, which no reference has', typed: 'HB-40FK' },
    { why: 'one character alone, which begins too many', typed: 'HB-4' },
    { why: 'too long a prefix', typed: 'HARTHILL-4F7K' },
    { why: 'more than a reference has', typed: 'HB-4F7K9' },
  ])('is no reference for $why', ({ typed }) => {
    expect(referenceBeginnings(typed, 'HB')).toEqual([])
  })

  test('ends where no reference begins so', () => {
    const last = lastReference('HB-4F')
    expect('HB-4F7K' < last && 'HB-4FYY' < last && 'HB-4G34' > last).toBe(true)
  })
})
