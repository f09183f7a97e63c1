import type { z } from 'zod'
import type { AutosavedForm, PageOf } from '../../domain/drafts/draft-form.ts'
import type { FormState } from '../form-state.ts'
import type { FormPart } from './form-part.ts'

/** One page of a multi-page form, as data. Saved answers decide its status. */
export interface FormPage<Saved, Id extends string = string, Schema extends z.ZodObject = z.ZodObject> {
  id: Id
  /** The heading of the page and its name in the task list. */
  title: string
  /** The hint in the task list: what the page asks, or what is saved. */
  hint?: (saved: Saved) => string
  schema: Schema
  parts: (saved: Saved) => readonly FormPart[]
  /** The first values of its questions. */
  answers: (saved: Saved) => FormState['values']
  completeWhen: (saved: Saved) => boolean
  /** Whether some answers are saved, but not all. Without it, a page is in progress only when it has a draft. */
  startedWhen?: (saved: Saved) => boolean
  /** The pages that must be complete before this one can start. */
  after?: readonly Id[]
}

/** A multi-page form. Each page has its own draft under the form's name. */
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

/** A page as the task list shows it. */
export interface ListedPage {
  id: string
  title: string
  hint?: string
  status: PageStatus
}

/** The pages of a form with their status, from the saved answers and the pages that have drafts. */
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
  // A complete page with a draft has unsaved changes, so it is in progress again.
  if (draftPages.includes(id)) return 'in-progress'
  if (isComplete) return 'completed'
  return startedWhen?.(saved) ? 'in-progress' : 'not-started'
}

/** The next page that is not complete. Null when there is none: the task list then shows what is missing. */
export function pageAfter(pages: readonly ListedPage[], id: string): ListedPage | null {
  const following = pages.slice(pages.findIndex((page) => page.id === id) + 1)
  return following.find(({ status }) => status === 'not-started' || status === 'in-progress') ?? null
}
