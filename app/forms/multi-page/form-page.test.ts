import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type FormPage, listPages, type PageStatus, pageAfter } from './form-page.ts'

interface Saved {
  needs: string
  happened: string
  wishes: string
}

const EMPTY: Saved = { needs: '', happened: '', wishes: '' }
const OF_EVERY_PAGE = { schema: z.object({}), parts: () => [], answers: () => ({}) }
const PAGES: FormPage<Saved>[] = [
  { ...OF_EVERY_PAGE, id: 'needs', title: 'Needs', completeWhen: ({ needs }) => needs === 'all' },
  {
    ...OF_EVERY_PAGE,
    id: 'happened',
    title: 'What happened',
    completeWhen: ({ happened }) => happened === 'all',
    startedWhen: ({ happened }) => happened !== '',
  },
  {
    ...OF_EVERY_PAGE,
    id: 'wishes',
    title: 'Wishes',
    hint: ({ wishes }) => wishes || 'Nothing yet',
    completeWhen: ({ wishes }) => wishes !== '',
    after: ['needs', 'happened'],
  },
]

const statuses = (saved: Partial<Saved>, drafts: string[] = []) =>
  listPages(PAGES, { ...EMPTY, ...saved }, drafts).map(({ status }) => status)

describe('the list of pages', () => {
  it.each<{ why: string; saved: Partial<Saved>; drafts?: string[]; are: PageStatus[] }>([
    { why: 'nothing is saved', saved: {}, are: ['not-started', 'not-started', 'cannot-start'] },
    {
      why: 'a part of a page is saved',
      saved: { happened: 'some' },
      are: ['not-started', 'in-progress', 'cannot-start'],
    },
    { why: 'a draft is kept', saved: {}, drafts: ['needs'], are: ['in-progress', 'not-started', 'cannot-start'] },
    {
      why: 'one of two pages before it is complete',
      saved: { needs: 'all' },
      are: ['completed', 'not-started', 'cannot-start'],
    },
    {
      why: 'both pages before it are complete',
      saved: { needs: 'all', happened: 'all' },
      are: ['completed', 'completed', 'not-started'],
    },
    {
      why: 'a complete page is typed over',
      saved: { needs: 'all', happened: 'all' },
      drafts: ['happened'],
      are: ['completed', 'in-progress', 'not-started'],
    },
    {
      why: 'a page was complete before one that it depends on was emptied',
      saved: { wishes: 'Quiet' },
      are: ['not-started', 'not-started', 'completed'],
    },
    {
      why: 'a draft is kept of a page that cannot start',
      saved: {},
      drafts: ['wishes'],
      are: ['not-started', 'not-started', 'cannot-start'],
    },
  ])('says how far each page is when $why', ({ saved, drafts, are }) => {
    expect(statuses(saved, drafts)).toEqual(are)
  })

  it('says under the name of a page what is saved', () => {
    expect(listPages(PAGES, { ...EMPTY, wishes: 'Quiet' }, []).map(({ hint }) => hint)).toEqual([
      undefined,
      undefined,
      'Quiet',
    ])
  })
})

describe('after a page is saved', () => {
  it.each([
    { why: 'the next one', saved: {}, after: 'needs', is: 'happened' },
    { why: 'not one that is complete', saved: { needs: 'all', happened: 'all' }, after: 'needs', is: 'wishes' },
    { why: 'not one that cannot start', saved: { needs: 'all' }, after: 'happened', is: null },
    { why: 'the list, after the last', saved: { needs: 'all', happened: 'all' }, after: 'wishes', is: null },
  ])('follows $why', ({ saved, after, is }) => {
    expect(pageAfter(listPages(PAGES, { ...EMPTY, ...saved }, []), after)?.id ?? null).toBe(is)
  })
})
