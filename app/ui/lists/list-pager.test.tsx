import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import type { PlaceInList } from '../../domain/lists/list-page.ts'
import { EmptyList } from './empty-list.tsx'
import { ListPager } from './list-pager.tsx'
import { listOf, yes } from './list-query.ts'

interface Books extends PlaceInList {
  lent: boolean
}

const WALKED = listOf<Books>({ path: '/books', keys: ['number', 'id'], filters: { lent: yes('lent') } })
const NUMBERED = listOf<Books>({
  path: '/books',
  keys: ['number', 'id'],
  isNumbered: true,
  filters: { lent: yes('lent') },
})

const [FIRST, LAST] = ['1_0b0c6c8e-2f6a-4b57-9a53-0c1d5f1f2a11', '9_0b0c6c8e-2f6a-4b57-9a53-0c1d5f1f2a11']
const noun = { one: 'book', many: 'books' }

interface Given {
  page: number
  total: number
  previous?: string | null
  next?: string | null
  shown?: number
}

function pager(list: typeof WALKED, { page, total, previous = null, next = null, shown = 25 }: Given) {
  const query = { lent: true, cursor: null, page }
  const markup = renderToStaticMarkup(
    <MemoryRouter>
      <ListPager
        list={list}
        query={query}
        page={{ page, total, previous, next, rows: Array(shown) }}
        countLimit={1000}
        noun={noun}
      />
    </MemoryRouter>,
  )
  const links = [...markup.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return { words: /accord-count">([^<]*)</.exec(markup)?.[1], links }
}

describe('the way through a list', () => {
  it('is one page on and one back, by the rows at its edges, where pages have no numbers', () => {
    const between = pager(WALKED, { page: 2, total: 1001, previous: FIRST, next: LAST })
    expect(between.words).toBe('Page 2: 26 to 50 of more than 1,000 books')
    expect(between.links).toEqual([`/books?lent=yes&before=${FIRST}`, `/books?lent=yes&after=${LAST}&page=3`])
    expect(pager(WALKED, { page: 1, total: 60, next: LAST }).links).toEqual([`/books?lent=yes&after=${LAST}&page=2`])
    expect(pager(WALKED, { page: 1, total: 3, shown: 3 })).toEqual({ words: '3 books', links: [] })
  })

  it('uses the rows at its edges for the pages beside it, and the number for others', () => {
    const { words, links } = pager(NUMBERED, { page: 3, total: 230, previous: FIRST, next: LAST })
    expect(words).toBe('51 to 75 of 230 books')
    const [second, fourth] = [`/books?lent=yes&before=${FIRST}&page=2`, `/books?lent=yes&after=${LAST}&page=4`]
    const numbers = ['/books?lent=yes', second, '/books?lent=yes&page=3', fourth, '/books?lent=yes&page=10']
    expect(links).toEqual([second, ...numbers, fourth])
  })

  it('leads to the first page by no place, so that it shows what has come in since', () => {
    const { links } = pager(NUMBERED, { page: 2, total: 40, previous: FIRST, shown: 15 })
    expect(links).toEqual(['/books?lent=yes', '/books?lent=yes', '/books?lent=yes&page=2'])
  })
})

describe('a list that became shorter while somebody paged', () => {
  it('still leads on to rows that lie beyond this page, although their number is gone', () => {
    const { links } = pager(NUMBERED, { page: 2, total: 50, previous: FIRST, next: LAST })
    expect(links.at(-1)).toBe(`/books?lent=yes&after=${LAST}&page=3`)
  })

  it('still leads back to rows before a page that has become the first', () => {
    const { links } = pager(NUMBERED, { page: 1, total: 25, previous: FIRST, shown: 1 })
    expect(links[0]).toBe(`/books?lent=yes&before=${FIRST}`)
  })
})

describe('an empty list', () => {
  const said = { filtered: 'No books match these filters.', empty: 'There are no books yet.' }
  const empty = (lent: boolean) =>
    renderToStaticMarkup(
      <MemoryRouter>
        <EmptyList list={WALKED} query={{ lent, cursor: null, page: 1 }} {...said}>
          Buy one
        </EmptyList>
      </MemoryRouter>,
    )

  it('offers everything where filters find nothing', () => {
    expect(empty(true)).toContain('No books match these filters.')
    expect(empty(true)).toMatch(/href="\/books"[^>]*>Show everything</)
  })

  it('says why, and what to do, where there is nothing', () => {
    expect(empty(false)).toContain('There are no books yet.')
    expect(empty(false)).toContain('Buy one')
    expect(empty(false)).not.toContain('Show everything')
  })
})
