import { z } from 'zod'
import {
  INTERVIEW_SECTIONS,
  type InterviewSection,
  sectionProgress,
} from '../../../domain/interview/interview-section.ts'
import {
  ENCOURAGEMENT_BENEFITS,
  ENCOURAGEMENT_RESPONSES,
  PROCESS_FORMATS,
  PROCESS_WAYS,
  SUPPORT_DISCUSSED,
} from '../../../domain/interview/process-explained.ts'
import { typedDayField } from '../../../forms/date-fields.server.ts'
import { dayFields } from '../../../forms/day-fields.ts'
import { choicesOf, optionalChoiceOf, typedText } from '../../../forms/form-fields.server.ts'
import type { FormPage, MultiPageForm } from '../../../forms/multi-page/form-page.ts'
import type { FormPart } from '../../../forms/multi-page/form-part.ts'
import { pageInput } from '../../../forms/multi-page/page-input.server.ts'
import { ACCOUNT_PAGE, BACKGROUND_PAGE } from './account-pages.server.ts'
import { NEEDS_PAGE } from './needs-page.server.ts'
import { answersOfSection, type SavedInterview } from './saved-interview.ts'
import { sectionEntries } from './section-entries.server.ts'

const choicesFrom = (vocabulary: Readonly<Record<string, { label: string }>>) =>
  Object.entries(vocabulary).map(([value, { label }]) => ({ value, label }))

const textOf = (saved: SavedInterview, section: InterviewSection, name: string) =>
  String(answersOfSection(saved, section)[name] ?? '')
const listOf = (saved: SavedInterview, section: InterviewSection, name: string) =>
  [answersOfSection(saved, section)[name] ?? []].flat()
const completeWhen = (section: InterviewSection) => (saved: SavedInterview) =>
  sectionProgress(section, saved.sections[section], 0) === 'done'
const startedWhen =
  (section: InterviewSection) =>
  ({ sections }: SavedInterview) =>
    sections[section] !== undefined

const PROCESS_PAGE = {
  id: 'process',
  title: INTERVIEW_SECTIONS.process.title,
  hint: () => 'How we work, who the case worker is, and what the client decides',
  schema: z.object({
    explainedOn: typedDayField('recorded'),
    ways: choicesOf(PROCESS_WAYS),
    format: optionalChoiceOf(PROCESS_FORMATS),
    processQuestions: typedText(2_000),
    ...sectionEntries,
  }),
  parts: () => [
    { kind: 'date', name: 'explainedOn', label: 'When did you explain it?' },
    { kind: 'checkboxes', name: 'ways', label: 'How did you explain it?', choices: choicesFrom(PROCESS_WAYS) },
    { kind: 'radios', name: 'format', label: 'In which format?', choices: choicesFrom(PROCESS_FORMATS) },
    { kind: 'long-text', name: 'processQuestions', label: 'What did the client ask?', rows: 3, maxLength: 2_000 },
  ],
  answers: (saved) => ({
    ...dayFields('explainedOn', textOf(saved, 'process', 'explainedOn')),
    ways: listOf(saved, 'process', 'ways'),
    format: textOf(saved, 'process', 'format'),
    processQuestions: textOf(saved, 'process', 'processQuestions'),
  }),
  completeWhen: completeWhen('process'),
  startedWhen: startedWhen('process'),
} as const satisfies FormPage<SavedInterview>

const WANTS_REFERRAL = {
  yes: { label: 'Yes' },
  later: { label: 'The client wants to think about it' },
  no: { label: 'No' },
} as const

const SUPPORT_PAGE = {
  id: 'support',
  title: INTERVIEW_SECTIONS.support.title,
  hint: () => 'Who could help, and whether the client wants to be referred',
  schema: z.object({
    supportDiscussed: optionalChoiceOf(SUPPORT_DISCUSSED),
    helpNamed: z.array(z.uuid()).default([]),
    wantsReferral: optionalChoiceOf(WANTS_REFERRAL),
    supportNote: typedText(2_000),
    ...sectionEntries,
  }),
  parts: ({ help }) => [
    {
      kind: 'radios',
      name: 'supportDiscussed',
      label: 'Did you talk about help and support?',
      choices: choicesFrom(SUPPORT_DISCUSSED),
    },
    ...helpPart(help),
    {
      kind: 'radios',
      name: 'wantsReferral',
      label: 'Does the client want to be referred?',
      hint: 'If yes, send the referral within one working day',
      choices: choicesFrom(WANTS_REFERRAL),
    },
    { kind: 'long-text', name: 'supportNote', label: 'What the client said about help', rows: 3, maxLength: 2_000 },
  ],
  answers: (saved) => ({
    supportDiscussed: textOf(saved, 'support', 'supportDiscussed'),
    ...(saved.help.length > 0 && { helpNamed: listOf(saved, 'support', 'helpNamed') }),
    wantsReferral: textOf(saved, 'support', 'wantsReferral'),
    supportNote: textOf(saved, 'support', 'supportNote'),
  }),
  completeWhen: completeWhen('support'),
  startedWhen: startedWhen('support'),
} as const satisfies FormPage<SavedInterview>

/** The agencies that fit best, the best first. Without any there is nothing to name. */
function helpPart(help: SavedInterview['help']): FormPart[] {
  if (help.length === 0) return []
  const choices = help.map(({ agencyId, name, offers }) => ({ value: agencyId, label: name, hint: offers }))
  return [{ kind: 'checkboxes', name: 'helpNamed', label: 'Which agencies did you talk about?', choices }]
}

const WISHES_PAGE = {
  id: 'wishes',
  title: INTERVIEW_SECTIONS.wishes.title,
  hint: ({ wishes }) => (wishes ? 'The wishes on record are shown to change or keep' : 'Nothing is on record yet'),
  schema: z.object({ wishes: typedText(4_000), ...sectionEntries }),
  parts: () => [
    {
      kind: 'long-text',
      name: 'wishes',
      label: 'What does the client want to happen?',
      hint: 'This is on every page of the case. Keep what is still right',
      rows: 6,
      maxLength: 4_000,
    },
  ],
  answers: ({ wishes }) => ({ wishes }),
  completeWhen: completeWhen('wishes'),
  startedWhen: startedWhen('wishes'),
} as const satisfies FormPage<SavedInterview>

const ENCOURAGEMENT_PAGE = {
  id: 'encouragement',
  title: INTERVIEW_SECTIONS.encouragement.title,
  hint: () => 'What you explained, and what the client said. Help never depends on it',
  schema: z.object({
    givenOn: typedDayField('recorded'),
    benefits: choicesOf(ENCOURAGEMENT_BENEFITS),
    response: optionalChoiceOf(ENCOURAGEMENT_RESPONSES),
    encouragementNote: typedText(2_000),
    ...sectionEntries,
  }),
  parts: () => [
    { kind: 'date', name: 'givenOn', label: 'When did you talk about it?' },
    {
      kind: 'checkboxes',
      name: 'benefits',
      label: 'Which benefits did you explain?',
      hint: 'Tick only what you said',
      choices: choicesFrom(ENCOURAGEMENT_BENEFITS),
    },
    {
      kind: 'radios',
      name: 'response',
      label: 'What did the client answer?',
      hint: 'Every answer is right. The client may change their mind at any time',
      choices: choicesFrom(ENCOURAGEMENT_RESPONSES),
    },
    { kind: 'long-text', name: 'encouragementNote', label: 'Note', rows: 3, maxLength: 2_000 },
  ],
  answers: (saved) => ({
    ...dayFields('givenOn', textOf(saved, 'encouragement', 'givenOn')),
    benefits: listOf(saved, 'encouragement', 'benefits'),
    response: textOf(saved, 'encouragement', 'response'),
    encouragementNote: textOf(saved, 'encouragement', 'encouragementNote'),
  }),
  completeWhen: completeWhen('encouragement'),
  startedWhen: startedWhen('encouragement'),
} as const satisfies FormPage<SavedInterview>

const PAGES = [
  PROCESS_PAGE,
  NEEDS_PAGE,
  ACCOUNT_PAGE,
  BACKGROUND_PAGE,
  SUPPORT_PAGE,
  WISHES_PAGE,
  ENCOURAGEMENT_PAGE,
] as const

/** The sections of an interview that are forms, in any order. Each is saved by itself. */
export const INTERVIEW_FORM: MultiPageForm<SavedInterview, 'interview', (typeof PAGES)[number]['schema']> = {
  form: 'interview',
  pages: PAGES,
}

const byPage = pageInput(INTERVIEW_FORM)

/** For `formAction`: the schema of the section in the address. */
export const interviewSectionInput = (params: { section?: string }) => byPage({ page: params.section })
