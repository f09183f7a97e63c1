import { describe, expect, it } from 'vitest'
import { caseListHref, readCaseListQuery, readCaseSearch } from './case-list-query.ts'

const asked = (address: string) => readCaseSearch(new URLSearchParams(address), 'mine')

describe('the address of a list of cases', () => {
  it.each([
    { why: 'nothing said is one’s own list', address: '', query: { queue: 'mine', page: 1 } },
    { why: 'what is overdue is looked for in the whole agency', address: 'due=overdue', query: { queue: 'team' } },
    { why: 'a search looks through every case', address: 'search=diallo', query: { queue: 'all', search: 'diallo' } },
    { why: 'a search from one’s own list too', address: 'search=diallo&queue=mine', query: { queue: 'all' } },
    {
      why: 'what is overdue in one’s own list stays in it',
      address: 'due=overdue&queue=mine',
      query: { queue: 'mine' },
    },
    { why: 'a search in one queue stays in it', address: 'search=a&queue=closed', query: { queue: 'closed' } },
    { why: 'everything at once is only for a search', address: 'queue=all', query: { queue: 'team' } },
    { why: 'an unknown queue is nothing said', address: 'queue=__proto__', query: { queue: 'mine' } },
    { why: 'an unknown strand is left out', address: 'strand=toString', query: { strand: null } },
    { why: 'a page that is no number is the first', address: 'page=x', query: { page: 1 } },
    { why: 'a page before the first is the first', address: 'page=-3', query: { page: 1 } },
  ])('$why', ({ address, query }) => {
    expect(asked(address)).toMatchObject(query)
  })

  it('is never read for a name, and never holds one', () => {
    const address = new URLSearchParams('search=diallo&queue=closed')
    expect(readCaseListQuery(address, 'mine')).toMatchObject({ search: '', queue: 'closed' })
    expect(caseListHref(readCaseSearch(address, 'mine'))).toBe('/cases?queue=closed')
  })

  it('says again what it was read from, and a change starts at the first page', () => {
    const query = asked('queue=closed&serious=yes&due=today&strand=race&page=3')
    expect(caseListHref(query, { page: query.page })).toBe(
      '/cases?queue=closed&serious=yes&due=today&strand=race&page=3',
    )
    expect(caseListHref(query, { strand: null })).toBe('/cases?queue=closed&serious=yes&due=today')
  })
})
