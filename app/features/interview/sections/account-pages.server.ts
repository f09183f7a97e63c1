import { z } from 'zod'
import {
  type AccountPrompt,
  INTERVIEW_SECTIONS,
  type InterviewSection,
  sectionProgress,
} from '../../../domain/interview/interview-section.ts'
import { optionalChoiceOf, typedText, YES_NO } from '../../../forms/form-fields.server.ts'
import type { FormPage } from '../../../forms/multi-page/form-page.ts'
import type { QuestionPart } from '../../../forms/multi-page/form-part.ts'
import { answersOfSection, type SavedInterview } from './saved-interview.ts'
import { sectionEntries } from './section-entries.server.ts'

const LONGEST = 4_000

const asks = (name: AccountPrompt, label: string, hint?: string, rows = 3): QuestionPart => ({
  kind: 'long-text',
  name,
  label,
  rows,
  maxLength: LONGEST,
  ...(hint && { hint }),
})

const isDone = (name: string): QuestionPart => ({
  kind: 'radios',
  name,
  label: 'Have you finished this section?',
  choices: [
    { value: 'yes', label: 'Yes, it is finished' },
    { value: 'no', label: 'No, I will come back to it' },
  ],
})

const text = () => typedText(LONGEST)
const textOf = (saved: SavedInterview, section: InterviewSection, name: string) =>
  String(answersOfSection(saved, section)[name] ?? '')
const isComplete = (saved: SavedInterview, section: InterviewSection) =>
  sectionProgress(section, saved.sections[section], 0) === 'done'

export const ACCOUNT_PAGE = {
  id: 'account',
  title: INTERVIEW_SECTIONS.account.title,
  hint: () => 'In the client’s own words. Every question may stay empty',
  schema: z.object({
    ...{ what: text(), who: text(), when: text(), where: text(), words: text(), responsible: text() },
    accountDone: optionalChoiceOf(YES_NO),
    ...sectionEntries,
  }),
  parts: () => [
    asks('what', 'What happened?', 'In the client’s own words. Believe what they say: they need not prove it', 8),
    asks('who', 'Who was there?'),
    asks('when', 'When was it, and how long did it last?', undefined, 2),
    asks('where', 'Where was it?', undefined, 2),
    asks('words', 'Which words were used?', 'Write them down as the client remembers them'),
    asks('responsible', 'Who are the people responsible?', 'What the client knows of them, and how to recognise them'),
    isDone('accountDone'),
  ],
  answers: (saved) => ({
    what: textOf(saved, 'account', 'what'),
    who: textOf(saved, 'account', 'who'),
    when: textOf(saved, 'account', 'when'),
    where: textOf(saved, 'account', 'where'),
    words: textOf(saved, 'account', 'words'),
    responsible: textOf(saved, 'account', 'responsible'),
    accountDone: textOf(saved, 'account', 'accountDone'),
  }),
  completeWhen: (saved) => isComplete(saved, 'account'),
  startedWhen: ({ sections }) => sections.account !== undefined,
} as const satisfies FormPage<SavedInterview>

export const BACKGROUND_PAGE = {
  id: 'background',
  title: INTERVIEW_SECTIONS.background.title,
  hint: () => 'How it affects the client, what happened before, and what shows it',
  schema: z.object({
    ...{ effect: text(), history: text(), earlierReports: text(), witnesses: text(), evidence: text() },
    backgroundDone: optionalChoiceOf(YES_NO),
    ...sectionEntries,
  }),
  parts: () => [
    asks('effect', 'How does it affect the client and the people at home?', 'Sleep, work, school, health, money', 5),
    asks('history', 'What happened before?', undefined, 5),
    asks('earlierReports', 'Has it been reported before?', 'Who received the report, when, and the reference numbers'),
    asks('witnesses', 'Who saw or heard it?', 'Do not contact them before the client agrees'),
    asks('evidence', 'What shows it?', 'Photos, messages, letters, recordings, marks. Add the files to the case'),
    isDone('backgroundDone'),
  ],
  answers: (saved) => ({
    effect: textOf(saved, 'background', 'effect'),
    history: textOf(saved, 'background', 'history'),
    earlierReports: textOf(saved, 'background', 'earlierReports'),
    witnesses: textOf(saved, 'background', 'witnesses'),
    evidence: textOf(saved, 'background', 'evidence'),
    backgroundDone: textOf(saved, 'background', 'backgroundDone'),
  }),
  completeWhen: (saved) => isComplete(saved, 'background'),
  startedWhen: ({ sections }) => sections.background !== undefined,
} as const satisfies FormPage<SavedInterview>
