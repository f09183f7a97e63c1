import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceInList } from '../../domain/lists/list-page.ts'
import { WARDS } from '../../domain/partnership/ward.ts'
import { EVENTS } from '../../features/awareness/events-query.ts'
import { CASES } from '../../features/casework/list/case-list-query.ts'
import { MAILS } from '../../features/mailbox/mails-query.ts'
import { INBOX } from '../../features/referrals/inbox/inbox-query.ts'
import { SENT } from '../../features/referrals/sent/sent-query.ts'
import { PEOPLE } from '../../features/staff/people-query.ts'
import { NOTES } from '../../features/tension/notes-query.ts'
import { listOf, oneOf, rowId, yes } from './list-query.ts'

const ID = '0b0c6c8e-2f6a-4b57-9a53-0c1d5f1f2a11'

interface Books extends PlaceInList {
  shelf: 'new' | 'old'
  lent: boolean
  readerId: string | null
}

const BOOKS = listOf<Books>({
  path: '/books',
  keys: ['number', 'id'],
  filters: {
    shelf: { ...oneOf('shelf', ['new', 'old'], 'new'), isTab: true },
    lent: yes('lent'),
    readerId: { ...rowId('reader'), onlyWhen: ({ lent }) => lent },
  },
})
const NUMBERED = listOf<PlaceInList>({ path: '/pages', isNumbered: true, filters: {} })

const books = (address: string) => BOOKS.read(new URLSearchParams(address))

describe('the address of a list', () => {
  it.each([
    { address: 'shelf=old&lent=yes', query: { shelf: 'old', lent: true }, why: 'its filters' },
    { address: 'shelf=__proto__&lent=1', query: { shelf: 'new', lent: false }, why: 'nothing where it knows no word' },
    { address: `reader=${ID}`, query: { readerId: null }, why: 'nothing for a filter that does not fit the others' },
    { address: `lent=yes&reader=${ID}`, query: { readerId: ID }, why: 'a filter that fits the others' },
    { address: 'lent=yes&reader=me', query: { readerId: null }, why: 'nothing for what is not the id of a row' },
    {
      address: `after=7_${ID}&page=3`,
      query: { cursor: { direction: 'after', place: `7_${ID}` }, page: 3 },
      why: 'a place',
    },
    { address: `after=x&before=7_${ID}`, query: { cursor: { direction: 'before' } }, why: 'the place that it knows' },
    { address: 'page=3', query: { cursor: null, page: 1 }, why: 'no page by its number where pages have none' },
  ])('is read as $why', ({ address, query }) => {
    expect(books(address)).toMatchObject(query)
  })

  it.each(['0', '1', '-3', '2.5', 'x', '1e9', ''])('opens the first page for the number "%s"', (page) => {
    expect(NUMBERED.read(new URLSearchParams({ page }))).toEqual({ cursor: null, page: 1 })
  })

  it('begins at the first page when something changes, and leaves out what no longer fits', () => {
    const query = books(`shelf=old&lent=yes&reader=${ID}&after=7_${ID}&page=2`)
    expect(BOOKS.href(query)).toBe(`/books?shelf=old&lent=yes&reader=${ID}`)
    expect(BOOKS.href(query, { lent: false })).toBe('/books?shelf=old')
    expect(BOOKS.href(query, {}, '/books/export')).toBe(`/books/export?shelf=old&lent=yes&reader=${ID}`)
  })

  it('can be had without its filters, on the same tab, and without each of them', () => {
    const query = books(`shelf=old&lent=yes&reader=${ID}`)
    expect(BOOKS.clearHref(query)).toBe('/books?shelf=old')
    const words = { lent: () => 'Lent', readerId: (id: string) => (id === ID ? 'Mina' : null) }
    expect(BOOKS.selected(query, words)).toEqual([
      { label: 'Lent', removeHref: '/books?shelf=old' },
      { label: 'Mina', removeHref: '/books?shelf=old&lent=yes' },
    ])
    expect(BOOKS.selected(query, { readerId: () => undefined })).toEqual([])
    expect(BOOKS.fields(query)).toEqual({ shelf: 'old', lent: 'yes', reader: ID })
  })

  it.each([
    { address: 'shelf=old', filtered: false, why: 'a tab is no filter' },
    { address: 'lent=yes', filtered: true, why: 'a filter is one' },
    { address: `after=7_${ID}`, filtered: true, why: 'a place may have nothing beyond it' },
  ])('says whether an empty list is so for its filters: $why', ({ address, filtered }) => {
    expect(BOOKS.isFiltered(books(address))).toBe(filtered)
  })
})

const AT = '2026-11-23T09:00:00.123456Z'
const PLACES = [`1_${AT}_2_${ID}`, `0_${AT}_${ID}`, `1__${AT}_${ID}`, `0_${AT}_${AT}_${ID}`, `1_${ID}`, 'x']
/** Words that one list or another knows, and some that none does. */
const WORDS = {
  lane: ['to_answer', 'in_hand', 'finished', 'constructor'],
  list: ['draft', 'to_answer', 'in_hand', 'news', 'finished', 'secret'],
  queue: ['mine', 'team', 'unallocated', 'closed', 'all', 'toString'],
  state: ['sent', 'received', 'accepted', 'cancelled', 'declined', 'planned', 'held', 'nonsense'],
  only: ['not-joined', 'left-lately', 'x'],
  ...{ ours: ['yes', 'no'], mine: ['yes', ''], overdue: ['yes'], high: ['yes'], serious: ['yes'], left: ['yes', '1'] },
  ...{ worker: [ID, 'me'], to: [ID, '*'], agency: [ID, "' or true"], ward: [...WARDS.slice(0, 3), 'Atlantis'] },
  ...{
    due: ['overdue', 'today', 'never'],
    strand: ['race', 'religion', 'valueOf'],
    deadline: ['R3.kept', 'R3.never', 'x'],
  },
  ...{ after: PLACES, before: PLACES, page: ['2', '3', '99999', '-1', 'x'] },
} satisfies Record<string, string[]>
const addresses = fc
  .record(Object.fromEntries(Object.entries(WORDS).map(([param, words]) => [param, fc.constantFrom(...words)])), {
    requiredKeys: [],
  })
  .map((address) => new URLSearchParams(address as Record<string, string>))

/** Each list has filters of its own; what is said of all of them needs only these. */
interface AnyList {
  read: (address: URLSearchParams) => PlaceInList
  again: (address: URLSearchParams) => string
}

function anyList<Query extends PlaceInList>(list: {
  read: (address: URLSearchParams) => Query
  href: (query: Query, change: Partial<Query>) => string
}): AnyList {
  const again = (address: URLSearchParams) => {
    const query = list.read(address)
    const place: Partial<PlaceInList> = { cursor: query.cursor, page: query.page }
    return list.href(query, place as Partial<Query>)
  }
  return { read: list.read, again }
}

const LISTS: Record<string, AnyList> = {
  ...{ inbox: anyList(INBOX), sent: anyList(SENT), cases: anyList(CASES), people: anyList(PEOPLE) },
  ...{ events: anyList(EVENTS), notes: anyList(NOTES), mails: anyList(MAILS) },
}

describe.each(Object.entries(LISTS))('the list of %s', (_, list) => {
  it('is the same when its address is read, made again and read', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(addresses, (address) => {
        const made = list.again(address)
        const second = new URL(made, 'http://portal').searchParams
        expect(list.read(second)).toEqual(list.read(address))
        expect(list.again(second)).toBe(made)
        seen.add(made)
      }),
      { numRuns: 500, seed: 20_261_130 },
    )
    expect(seen.size).toBeGreaterThan(3)
  })
})
