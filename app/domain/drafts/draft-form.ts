/** Each case, agency or interview has a draft of its own. */
type Subject = 'nothing yet' | 'case' | 'agency' | 'interview'

interface FormWithDraft {
  about: Subject
  /** Saved while the person types (`DraftedForm`), or by the form's own use case when a step is sent. */
  kept: 'while typing' | 'by its form'
  pages: readonly string[]
}

/** The forms that save a draft. The compiler accepts no other name where drafts are saved, found or deleted. */
export const DRAFT_FORMS = {
  report: { about: 'nothing yet', kept: 'while typing', pages: [] },
  'record-contact': { about: 'case', kept: 'while typing', pages: [] },
  'risk-check': { about: 'case', kept: 'while typing', pages: [] },
  'action-plan': { about: 'case', kept: 'while typing', pages: [] },
  'change-agency': {
    about: 'agency',
    kept: 'while typing',
    pages: ['offer', 'referrals', 'strands-and-wards', 'duty-contact'],
  },
  'arrange-interview': { about: 'case', kept: 'while typing', pages: [] },
  interview: {
    about: 'interview',
    kept: 'while typing',
    pages: ['process', 'needs', 'account', 'background', 'support', 'wishes', 'encouragement'],
  },
  'consent-answers': { about: 'case', kept: 'by its form', pages: [] },
  'incident-import': { about: 'nothing yet', kept: 'by its form', pages: [] },
} as const satisfies Record<string, FormWithDraft>

export type DraftForm = keyof typeof DRAFT_FORMS

/** A form whose page saves its draft automatically. */
export type AutosavedForm = {
  [Form in DraftForm]: (typeof DRAFT_FORMS)[Form]['kept'] extends 'while typing' ? Form : never
}[DraftForm]

export type PageOf<Form extends DraftForm> = (typeof DRAFT_FORMS)[Form]['pages'][number]

/** A person has one draft for each form, subject and page. */
export interface DraftKey<Form extends DraftForm = DraftForm> {
  form: Form
  /** The id of the case, agency or interview; left out if it does not exist yet. */
  subject?: string
  /** Left out if the form has one page. */
  page?: string
}

export type AutosavedKey = DraftKey<AutosavedForm>

export function isAutosaved(name: string): name is AutosavedForm {
  const forms: Readonly<Record<string, FormWithDraft>> = DRAFT_FORMS
  return Object.hasOwn(forms, name) && forms[name]?.kept === 'while typing'
}

/** Whether a form has this page. A form with one page has no named pages. */
export function hasPage(form: DraftForm, page: string): boolean {
  const pages: readonly string[] = DRAFT_FORMS[form].pages
  return pages.length === 0 ? page === '' : pages.includes(page)
}
