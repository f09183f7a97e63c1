import { describe, expect, it } from 'vitest'
import { EVENTS } from './events-query.ts'

describe('the list of awareness work in the address', () => {
  it.each([
    { search: '', why: 'nothing is asked: what is coming' },
    { search: 'state=held&ward=Speke&ours=yes&page=3', why: 'everything is asked' },
    { search: 'ward=Kensington+%26+Fairfield', why: 'a ward with an ampersand' },
  ])('reads “$search” and writes it again, because $why', ({ search }) => {
    const query = EVENTS.read(new URLSearchParams(search))
    expect(EVENTS.href(query, { page: query.page })).toBe(search ? `/awareness?${search}` : '/awareness')
  })

  it.each([{ search: 'state=toString' }, { search: 'ward=Atlantis' }, { search: 'page=-1' }, { search: 'page=1e9' }])(
    'shows everything for what is no filter: $search',
    ({ search }) => {
      expect(EVENTS.href(EVENTS.read(new URLSearchParams(search)))).toBe('/awareness')
    },
  )
})
