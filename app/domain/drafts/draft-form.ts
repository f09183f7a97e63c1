/** What a form is about, so that each case or agency has a draft of its own. */
type Subject = 'nothing yet' | 'case' | 'agency'

interface FormWithDraft {
  about: Subject
  /** Kept while it is typed (`DraftedForm`), or written by the form's own use case when a step of it is sent. */
  kept: 'while typing' | 'by its form'
  /** Of a form that has several. */
  pages: readonly string[]
}

/**
 * The forms that keep what is not saved yet. Only these names compile where a draft is kept, found or ended.
 */
export const DRAFT_FORMS = {
  report: { about: 'nothing yet', kept: 'while typing', pages: [] },
  'record-contact': { about: 'case', kept: 'while typing', pages: [] },
  'consent-answers': { about: 'case', kept: 'by its form', pages: [] },
  'incident-import': { about: 'nothing yet', kept: 'by its form', pages: [] },
} as const satisfies Record<string, FormWithDraft>

export type DraftForm = keyof typeof DRAFT_FORMS

/** A form whose page sends what is typed by itself. */
export type AutosavedForm = {
  [Form in DraftForm]: (typeof DRAFT_FORMS)[Form]['kept'] extends 'while typing' ? Form : never
}[DraftForm]

/** Which draft of a person: each has one for every form, subject and page. */
export interface DraftKey<Form extends DraftForm = DraftForm> {
  form: Form
  /** The id of what the form is about; left out where it does not exist yet. */
  subject?: string
  /** Left out where the form has one page. */
  page?: string
}

export type AutosavedKey = DraftKey<AutosavedForm>

export function isAutosaved(name: string): name is AutosavedForm {
  const forms: Readonly<Record<string, FormWithDraft>> = DRAFT_FORMS
  return Object.hasOwn(forms, name) && forms[name]?.kept === 'while typing'
}

/** Whether a form has this page; a form of one page has none that is named. */
export function hasPage(form: DraftForm, page: string): boolean {
  const pages: readonly string[] = DRAFT_FORMS[form].pages
  return pages.length === 0 ? page === '' : pages.includes(page)
}
