import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../tests/support/test-database.ts'
import { openSearch, sealSearch } from './sealed-search.server.ts'

// Its environment has the secret.
await testDatabase()

const NOW = new Date('2026-11-23T09:00:00Z')
const TOMORROW = new Date('2026-11-24T09:00:00Z')

describe('a search in an address', () => {
  it.each([
    { why: 'opens for its writer', by: 'one', at: NOW, opens: 'Amara 07700' },
    { why: 'opens for nobody else', by: 'other', at: NOW, opens: '' },
    { why: 'is over the next day', by: 'one', at: TOMORROW, opens: '' },
  ])('$why', ({ by, at, opens }) => {
    expect(openSearch(sealSearch('Amara 07700', 'one', NOW), by, at)).toBe(opens)
  })

  it('holds no name that anybody can read, and takes nothing else', () => {
    expect(sealSearch('Amara', 'one', NOW)).not.toContain('Amara')
    for (const sealed of ['', 'Amara', 'v1.a.b.c']) expect(openSearch(sealed, 'one', NOW)).toBe('')
  })
})
