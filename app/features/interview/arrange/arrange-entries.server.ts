import { z } from 'zod'
import { COMPANIONS, INTERVIEW_PLACES, PLACE_CHOOSERS } from '../../../domain/interview/interview-place.ts'
import { typedInstantField } from '../../../forms/date-fields.server.ts'
import { choiceOf, draftEntries, typedText } from '../../../forms/form-fields.server.ts'

/** How long an interview may be planned for, in minutes. */
export const INTERVIEW_LENGTHS = {
  30: { label: '30 minutes' },
  45: { label: '45 minutes' },
  60: { label: '1 hour' },
  90: { label: '1 hour and a half' },
  120: { label: '2 hours' },
  180: { label: '3 hours' },
} as const

export const arrangeInterviewInput = z.object({
  place: choiceOf(INTERVIEW_PLACES, 'Choose the place'),
  chosenBy: choiceOf(PLACE_CHOOSERS, 'Choose who chose the place'),
  placeDetail: typedText(300),
  // An interview may be recorded after it began.
  startsAt: typedInstantField('correctedPlan'),
  minutes: choiceOf(INTERVIEW_LENGTHS, 'Choose how long it takes'),
  mustNotKnow: typedText(500),
  arrival: typedText(500),
  companion: choiceOf(COMPANIONS, 'Choose who comes along'),
  companionName: typedText(200),
  ...draftEntries,
})

export type ArrangedInterview = z.output<typeof arrangeInterviewInput>

/** The columns of an interview that its form fills in. */
export function columnsOfInterview({ chosenBy: _, draftId: __, startsAt, minutes, ...columns }: ArrangedInterview) {
  const { companion, companionName } = columns
  return { ...columns, companionName: companion === 'nobody' ? '' : companionName, minutes: Number(minutes), startsAt }
}
