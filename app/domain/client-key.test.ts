import { describe, expect, it } from 'vitest'
import { nameKey, phoneKey } from './client-key.ts'

describe('the key of a name', () => {
  it.each([
    { name: 'Amara Diallo', key: 'amara diallo', why: 'capitals do not matter' },
    { name: 'Do\u200brothea', key: 'dorothea', why: 'what has no width is not there' },
    { name: '  Zoë  O’Brien-Smith ', key: 'zoe obrien smith', why: 'accents, apostrophes and hyphens do not matter' },
    { name: "ZOE O'BRIEN SMITH", key: 'zoe obrien smith', why: 'the same person, typed in a hurry' },
    { name: 'محمد علي', key: 'محمد علي', why: 'other scripts are kept' },
    { name: '  ', key: '', why: 'no name is no key' },
  ])('$why', ({ name, key }) => {
    expect(nameKey(name)).toBe(key)
  })
})

describe('the key of a telephone number', () => {
  it.each([
    { phone: '07700 900123', key: '07700900123', why: 'as people write it' },
    { phone: '+44 7700 900 123', key: '07700900123', why: 'with the country' },
    { phone: '+44 (0)7700 900123', key: '07700900123', why: 'with the country and the zero' },
    { phone: '0044-7700-900123', key: '07700900123', why: 'with the country dialled' },
    { phone: '+33 6 12 34 56 78', key: '33612345678', why: 'another country keeps its number' },
    { phone: 'none', key: '', why: 'no digits are no key' },
  ])('$why', ({ phone, key }) => {
    expect(phoneKey(phone)).toBe(key)
  })
})
