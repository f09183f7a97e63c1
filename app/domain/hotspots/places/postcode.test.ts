import { describe, expect, it } from 'vitest'
import { postcodeInWords, postcodeKey } from './postcode.ts'

describe('a postcode', () => {
  it.each([
    { typed: 'L7 2AB', key: 'L72AB', why: 'as people write it' },
    { typed: ' l72ab ', key: 'L72AB', why: 'small letters without a space' },
    { typed: 'WA10  1AA', key: 'WA101AA', why: 'two spaces, as some files pad it' },
    { typed: '—', key: '', why: 'nothing that is in a postcode' },
  ])('is found however it is typed: $why', ({ typed, key }) => {
    expect(postcodeKey(typed)).toBe(key)
  })

  it('is said with a space before its last three', () => {
    expect(postcodeInWords('WA101AA')).toBe('WA10 1AA')
    expect(postcodeInWords('L7')).toBe('L7')
  })
})
