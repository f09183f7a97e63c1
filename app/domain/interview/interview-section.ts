/** What was answered in a section, by field name, as its form shows it again. */
export type SectionAnswers = Readonly<Record<string, string | readonly string[]>>

interface Section {
  title: string
  /** Whether these answers complete the section. The needs are complete when none is open. */
  completeWhen: (answers: SectionAnswers) => boolean
}

const has = (answers: SectionAnswers, name: string) => (answers[name]?.length ?? 0) > 0

/** The sections of an interview that are forms of their own, in the order of the task list. Any order may be taken. */
export const INTERVIEW_SECTIONS = {
  process: {
    title: 'What happens next explained',
    completeWhen: (answers) => has(answers, 'explainedOn') && has(answers, 'ways') && has(answers, 'format'),
  },
  needs: { title: 'Needs met', completeWhen: () => true },
  account: { title: 'What happened', completeWhen: (answers) => answers.accountDone === 'yes' },
  background: { title: 'Effect, history and evidence', completeWhen: (answers) => answers.backgroundDone === 'yes' },
  support: { title: 'Help and support', completeWhen: (answers) => has(answers, 'supportDiscussed') },
  wishes: { title: 'What the client wants', completeWhen: (answers) => has(answers, 'wishes') },
  encouragement: {
    title: 'Encouragement',
    completeWhen: (answers) => has(answers, 'givenOn') && has(answers, 'benefits') && has(answers, 'response'),
  },
} as const satisfies Record<string, Section>

export type InterviewSection = keyof typeof INTERVIEW_SECTIONS

export const INTERVIEW_SECTION_IDS = Object.keys(INTERVIEW_SECTIONS) as InterviewSection[]

export type SectionProgress = 'to_do' | 'in_progress' | 'done'

/** How far a section is; without answers it is still to do. `openNeeds` is the number of needs that are neither met nor given up. */
export function sectionProgress(
  section: InterviewSection,
  answers: SectionAnswers | undefined,
  openNeeds: number,
): SectionProgress {
  if (section === 'needs') return openNeeds === 0 ? 'done' : answers ? 'in_progress' : 'to_do'
  if (!answers) return 'to_do'
  return INTERVIEW_SECTIONS[section].completeWhen(answers) ? 'done' : 'in_progress'
}

/** What to ask about what happened and its background (I7). Every question may stay empty. */
export const ACCOUNT_PROMPTS = {
  what: { label: 'What happened', section: 'account' },
  who: { label: 'Who was there', section: 'account' },
  when: { label: 'When it happened', section: 'account' },
  where: { label: 'Where it happened', section: 'account' },
  words: { label: 'Words that were used, as the client remembers them', section: 'account' },
  responsible: { label: 'The people responsible', section: 'account' },
  effect: { label: 'How it affects the client', section: 'background' },
  history: { label: 'What happened before', section: 'background' },
  earlierReports: { label: 'Earlier reports, with their references', section: 'background' },
  witnesses: { label: 'Who saw or heard it', section: 'background' },
  evidence: { label: 'What shows it: photos, messages, letters, recordings', section: 'background' },
} as const satisfies Record<string, { label: string; section: InterviewSection }>

export type AccountPrompt = keyof typeof ACCOUNT_PROMPTS

export const ACCOUNT_PROMPT_IDS = Object.keys(ACCOUNT_PROMPTS) as AccountPrompt[]

/** How many of the prompts have an answer. It informs only: no interview waits for it. */
export function countAnswered(sections: Readonly<Partial<Record<InterviewSection, SectionAnswers>>>): number {
  return ACCOUNT_PROMPT_IDS.filter((id) => has(sections[ACCOUNT_PROMPTS[id].section] ?? {}, id)).length
}
