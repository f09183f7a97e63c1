import { and, eq } from 'drizzle-orm'
import { asActor } from '../../db/as-actor.ts'
import { needBooking } from '../../db/schema/interview.ts'
import type { InterviewSection } from '../domain/interview/interview-section.ts'
import type { InterviewNeed } from '../domain/interview/need-booking.ts'
import { SUPPORT_PACK_ITEM_IDS } from '../domain/papers/support-pack.ts'
import { londonDayOf, londonTimeOf } from '../domain/time/calendar-day.ts'
import { arrangeInterviewInput } from '../features/interview/arrange/arrange-entries.server.ts'
import { arrangeInterview } from '../features/interview/arrange/arrange-interview.server.ts'
import { changeBooking, changeBookingInput } from '../features/interview/change-booking.server.ts'
import { finishInterview } from '../features/interview/finish-interview.server.ts'
import { interviewSectionInput } from '../features/interview/sections/interview-pages.server.ts'
import { readSection } from '../features/interview/sections/read-section.server.ts'
import { saveSection } from '../features/interview/sections/save-section.server.ts'
import { recordSupportPack, supportPackInput } from '../features/papers/record-support-pack.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryCase } from './story-types.ts'

export interface StoryInterview {
  file: StoryCase
  interviewId: string
  startsAt: Date
}

/** Interviews with clients: arranged, what is booked for them, what was said, and finished. */
export function interviewActs(ask: Ask) {
  const keyOf = ({ file, interviewId }: StoryInterview) => ({ caseId: file.caseId, interviewId })
  return {
    arrangeInterview: async (
      file: StoryCase,
      startsAt: Date,
      appointment: Readonly<Record<string, string>>,
    ): Promise<StoryInterview> => {
      const typed = { chosenBy: 'client', minutes: '60', companion: 'nobody', startsAt: typedInstant(startsAt) }
      const input = { ...arrangeInterviewInput.parse({ ...typed, ...appointment }), caseId: file.caseId }
      const { interviewId } = valueOrThrow(await arrangeInterview(ask(file.worker), input))
      return { file, interviewId, startsAt }
    },
    book: async (interview: StoryInterview, need: InterviewNeed, state: 'requested' | 'booked', bookedName = '') => {
      const { caseId, interviewId } = keyOf(interview)
      const asking = ask(interview.file.worker)
      const ofNeed = and(eq(needBooking.interviewId, interviewId), eq(needBooking.need, need))
      const [row] = await asActor(asking.actor, (tx) => tx.select().from(needBooking).where(ofNeed))
      if (!row) throw new Error(`The client of this story has no such need: ${need}`)
      const booked = { bookedWith: 'professional', bookedFor: typedInstant(interview.startsAt) }
      const typed = { state, bookedName, seenVersion: String(row.version), ...(state === 'booked' && booked) }
      const change = { ...changeBookingInput.parse(typed), caseId, bookingId: row.bookingId }
      valueOrThrow(await changeBooking(asking, change))
    },
    talkAbout: async (
      interview: StoryInterview,
      section: InterviewSection,
      answers: Readonly<Record<string, unknown>>,
    ) => {
      const asking = ask(interview.file.worker)
      const key = keyOf(interview)
      const shown = await asActor(asking.actor, (tx) => readSection(tx, asking, key, section))
      const typed = { page: section, seenVersion: shown?.seenVersion, ...answers }
      const input = { ...interviewSectionInput({ section }).parse(typed), ...key, page: section }
      valueOrThrow(await saveSection(asking, input))
    },
    /** The client wants none of the pack. */
    declinePack: async ({ caseId, worker }: StoryCase) => {
      const none = Object.fromEntries(SUPPORT_PACK_ITEM_IDS.map((item) => [item, 'declined']))
      const usual = { recipient: 'client', way: 'handed', format: 'standard', language: 'en' }
      valueOrThrow(await recordSupportPack(ask(worker), { ...supportPackInput.parse({ ...usual, ...none }), caseId }))
    },
    finishInterview: async (interview: StoryInterview, seenVersion = '1') =>
      valueOrThrow(
        await finishInterview(ask(interview.file.worker), {
          ...keyOf(interview),
          heldAt: interview.startsAt,
          seenVersion,
        }),
      ),
  }
}

const typedInstant = (at: Date) => `${londonDayOf(at)}T${londonTimeOf(at)}`
