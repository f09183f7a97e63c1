import type { z } from 'zod'
import type { AutosavedForm, PageOf } from '../../domain/drafts/draft-form.ts'
import type { FormState } from '../form-state.ts'
import type { FormPart } from './form-part.ts'

/** One page of a form that has several: all of it is data, and what has been saved decides how far it is. */
export interface FormPage<Saved, Id extends string = string, Schema extends z.ZodObject = z.ZodObject> {
  id: Id
  /** Its heading, and its name in the list of pages. */
  title: string
  /** In the list of pages: what it asks, or what is saved. */
  hint?: (saved: Saved) => string
  schema: Schema
  parts: (saved: Saved) => readonly FormPart[]
  /** What its questions show until something else is typed. */
  answers: (saved: Saved) => FormState['values']
  completeWhen: (saved: Saved) => boolean
  /** Some of it is saved, and not all. Without it, only a draft makes a page that is in progress. */
  startedWhen?: (saved: Saved) => boolean
  /** The pages that must be complete before this one can start. */
  after?: readonly Id[]
}

/** A form of several pages; its drafts are kept under the same name, page by page. */
export interface MultiPageForm<Saved, Form extends AutosavedForm, Schema extends z.ZodObject = z.ZodObject> {
  form: Form
  pages: readonly FormPage<Saved, PageOf<Form>, Schema>[]
}

export const PAGE_STATUSES = {
  completed: { words: 'Completed' },
  'in-progress': { words: 'In progress' },
  'not-started': { words: 'Not yet started' },
  'cannot-start': { words: 'Cannot start yet' },
} as const satisfies Record<string, { words: string }>

export type PageStatus = keyof typeof PAGE_STATUSES

/** A page in the list of pages. */
export interface ListedPage {
  id: string
  title: string
  hint?: string
  status: PageStatus
}

/** The pages of a form with how far each is, by what is saved and where unsaved answers are kept. */
export function listPages<Saved>(
  pages: readonly FormPage<Saved>[],
  saved: Saved,
  draftPages: readonly string[],
): ListedPage[] {
  const complete = new Set(pages.filter((page) => page.completeWhen(saved)).map(({ id }) => id))
  return pages.map((page) => ({
    id: page.id,
    title: page.title,
    hint: page.hint?.(saved),
    status: statusOf(page, saved, complete, draftPages),
  }))
}

function statusOf<Saved>(
  { id, after = [], startedWhen }: FormPage<Saved>,
  saved: Saved,
  complete: ReadonlySet<string>,
  draftPages: readonly string[],
): PageStatus {
  const isComplete = complete.has(id)
  if (!isComplete && !after.every((other) => complete.has(other))) return 'cannot-start'
  // Answers that are typed over and not saved are not what others see yet.
  if (draftPages.includes(id)) return 'in-progress'
  if (isComplete) return 'completed'
  return startedWhen?.(saved) ? 'in-progress' : 'not-started'
}

/** The page that follows a saved one: the next that is still to do, or null, and then the list says what is left. */
export function pageAfter(pages: readonly ListedPage[], id: string): ListedPage | null {
  const following = pages.slice(pages.findIndex((page) => page.id === id) + 1)
  return following.find(({ status }) => status === 'not-started' || status === 'in-progress') ?? null
}
