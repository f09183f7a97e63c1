import { z } from 'zod'
import { INTERVIEW_SECTIONS } from '../../../domain/interview/interview-section.ts'
import {
  INTERVIEW_NEED_IDS,
  type InterviewNeed,
  needInWords,
  openNeedsOf,
  WITHOUT_REASONS,
  type WithoutReason,
} from '../../../domain/interview/need-booking.ts'
import { optionalChoiceOf, typedText } from '../../../forms/form-fields.server.ts'
import type { FormPage } from '../../../forms/multi-page/form-page.ts'
import type { SavedInterview } from './saved-interview.ts'
import { sectionEntries } from './section-entries.server.ts'

/** The answers about one need: it was there, or why the interview went on without it. */
const NEED_ANSWERS = {
  met: { label: 'Yes, it was there' },
  ...(Object.fromEntries(
    Object.entries(WITHOUT_REASONS).map(([id, { label }]) => [id, { label: `No. ${label}` }]),
  ) as Record<WithoutReason, { label: string }>),
}

type NeedAnswer = keyof typeof NEED_ANSWERS
type NeedField = `need_${InterviewNeed}`

const fieldOf = (need: InterviewNeed): NeedField => `need_${need}`

const needFields = Object.fromEntries(
  INTERVIEW_NEED_IDS.map((need) => [fieldOf(need), optionalChoiceOf(NEED_ANSWERS)]),
) as Record<NeedField, ReturnType<typeof optionalChoiceOf<NeedAnswer>>>

/** What was answered about each need, without those that have no answer. */
export function answeredNeeds(
  fields: Readonly<Record<string, unknown>>,
): { need: InterviewNeed; met: boolean; reason: WithoutReason | null }[] {
  return INTERVIEW_NEED_IDS.flatMap((need) => {
    const answer = fields[fieldOf(need)] as NeedAnswer | null | undefined
    if (!answer) return []
    return [{ need, met: answer === 'met', reason: answer === 'met' ? null : answer }]
  })
}

function shownAnswer({ bookings }: SavedInterview, need: InterviewNeed): NeedAnswer | '' {
  const booking = bookings.find((one) => one.need === need)
  return booking?.state === 'delivered' ? 'met' : (booking?.reason ?? '')
}

export const NEEDS_PAGE = {
  id: 'needs',
  title: INTERVIEW_SECTIONS.needs.title,
  hint: ({ needs, language }) =>
    needs.length > 0
      ? needs.map((need) => needInWords(need, language)).join(', ')
      : 'The client has no needs on record',
  schema: z.object({ ...needFields, needsNote: typedText(1_000), ...sectionEntries }),
  parts: ({ needs, language }) => [
    ...needs.map((need) => ({
      kind: 'radios' as const,
      name: fieldOf(need),
      label: `${needInWords(need, language)}: was it there?`,
      ...(need === 'interpreter' && { hint: 'A child must never interpret' }),
      choices: Object.entries(NEED_ANSWERS).map(([value, { label }]) => ({ value, label })),
    })),
    { kind: 'long-text', name: 'needsNote', label: 'Note about the needs', rows: 3, maxLength: 1_000 },
  ],
  answers: (saved) => ({
    ...Object.fromEntries(saved.needs.map((need) => [fieldOf(need), shownAnswer(saved, need)])),
    needsNote: String(saved.sections.needs?.needsNote ?? ''),
  }),
  completeWhen: ({ needs, bookings }) => openNeedsOf(needs, bookings).length === 0,
  startedWhen: ({ sections }) => sections.needs !== undefined,
} as const satisfies FormPage<SavedInterview>
