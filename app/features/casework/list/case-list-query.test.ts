import { describe, expect, it } from 'vitest'
import { CASES, caseSearch, readCaseListQuery } from './case-list-query.ts'

const WORKER = '0b0c6c8e-2f6a-4b57-9a53-0c1d5f1f2a11'

const queryOf = (address: string) => readCaseListQuery(new URLSearchParams(address), 'mine')

describe('the address of a list of cases', () => {
  it.each([
    { why: 'nothing said is one’s own list', address: '', query: { queue: 'mine', page: 1 } },
    { why: 'what is overdue is looked for in the whole agency', address: 'due=overdue', query: { queue: 'team' } },
    {
      why: 'what is overdue in one’s own list stays in it',
      address: 'due=overdue&queue=mine',
      query: { queue: 'mine' },
    },
    { why: 'everything at once is only for a search', address: 'queue=all', query: { queue: 'team' } },
    { why: 'an unknown queue is nothing said', address: 'queue=__proto__', query: { queue: 'mine' } },
    { why: 'an unknown strand is left out', address: 'strand=toString', query: { strand: null } },
    {
      why: 'a worker is looked for in the whole agency',
      address: `worker=${WORKER}`,
      query: { queue: 'team', workerId: WORKER },
    },
    { why: 'a worker that is no id is left out', address: 'worker=x', query: { workerId: null } },
    { why: 'a page that is no number is the first', address: 'page=x', query: { page: 1 } },
    { why: 'a page before the first is the first', address: 'page=-3', query: { page: 1 } },
  ])('$why', ({ address, query }) => {
    expect(queryOf(address)).toMatchObject(query)
  })

  it('is never read for a name, and never holds one', () => {
    expect(queryOf('search=diallo&queue=closed')).toMatchObject({ search: '', queue: 'closed' })
    expect(CASES.href(caseSearch('diallo', 'mine'))).toBe('/cases?queue=all')
  })

  it('says again what it was read from, and a change starts at the first page', () => {
    const query = queryOf(`queue=closed&serious=yes&due=today&strand=race&worker=${WORKER}&page=3`)
    expect(CASES.href(query, { page: query.page })).toBe(
      `/cases?queue=closed&serious=yes&due=today&strand=race&worker=${WORKER}&page=3`,
    )
    expect(CASES.href(query, { strand: null })).toBe(`/cases?queue=closed&serious=yes&due=today&worker=${WORKER}`)
  })
})

describe('a search', () => {
  it.each([
    { why: 'looks through every case', typed: ' diallo ', query: { queue: 'all', search: 'diallo', page: 1 } },
    { why: 'for nothing shows the list one comes from', typed: '  ', query: { queue: 'mine', search: '' } },
  ])('$why', ({ typed, query }) => {
    expect(caseSearch(typed, 'mine')).toMatchObject(query)
  })
})
