import { arrangeInterview } from '../../../app/features/interview/arrange/arrange-interview.server.ts'
import { cancelInterview } from '../../../app/features/interview/arrange/cancel-interview.server.ts'
import { changeInterview } from '../../../app/features/interview/arrange/change-interview.server.ts'
import { changeBooking } from '../../../app/features/interview/change-booking.server.ts'
import { finishInterview } from '../../../app/features/interview/finish-interview.server.ts'
import { saveSection } from '../../../app/features/interview/sections/save-section.server.ts'
import { allocatedCase } from '../../support/cases.ts'
import {
  answerAll,
  appointmentInput,
  arrangedInterview,
  INTERVIEW_AT,
  sectionInput,
} from '../../support/casework/interviews.ts'
import type { Partners } from '../../support/referrals.ts'
import { MONDAY_MORNING, type World } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

/** Interviews, their sections and the bookings for them. */
export function interviewDoors(world: World, { worker }: Partners): Doors {
  return {
    'interview/arrange/arrange-interview': door('interview', 'insert', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      return (form) => arrangeInterview(form, { caseId, ...appointmentInput() })
    }),
    'interview/arrange/change-interview': door('interview', 'update', worker, async () => {
      const key = await arrangedInterview(worker)
      const change = { ...appointmentInput({ minutes: '90' }), reason: 'client_asked', seenVersion: '1' } as const
      return (form) => changeInterview(form, { ...key, ...change })
    }),
    'interview/arrange/cancel-interview': door('interview', 'update', worker, async () => {
      const key = await arrangedInterview(worker)
      return (form) => cancelInterview(form, { ...key, reason: 'not_safe' })
    }),
    'interview/change-booking': door('needBooking', 'update', worker, async () => {
      const { caseId, interviewId } = await arrangedInterview(worker, { interpreterNeeded: true })
      const [row] = await world.admin`select booking_id from need_booking where interview_id = ${interviewId}`
      const booked = { bookedWith: 'professional', bookedName: '', bookedFor: INTERVIEW_AT } as const
      const change = { state: 'booked', reason: null, seenVersion: '1', ...booked } as const
      return (form) => changeBooking(form, { caseId, bookingId: String(row?.booking_id), ...change })
    }),
    'interview/sections/save-section': door('interviewSection', 'insert', worker, async () => {
      const key = await arrangedInterview(worker)
      return (form) => saveSection(form, sectionInput(key, 'account', { what: 'He shouted' }))
    }),
    'interview/finish-interview': door('interview', 'update', worker, async () => {
      const key = await arrangedInterview(worker)
      await answerAll(worker, key)
      return (form) => finishInterview(form, { ...key, heldAt: MONDAY_MORNING, seenVersion: '1' })
    }),
  }
}
