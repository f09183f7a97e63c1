import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type {
  CancelReason,
  Companion,
  InterviewPlace,
  InterviewState,
} from '../../app/domain/interview/interview-place.ts'
import type { InterviewSection, SectionAnswers } from '../../app/domain/interview/interview-section.ts'
import type { BookedWith, BookingState, InterviewNeed, WithoutReason } from '../../app/domain/interview/need-booking.ts'
import { caseFile } from './case-file.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })
const ofCase = { agencyId: uuid('agency_id').notNull(), caseId: uuid('case_id').notNull() }

/** An interview with a client, at the place that the client chose (R5). A case may have several. */
export const interview = pgTable(
  'interview',
  {
    ...ofCase,
    interviewId: uuid('interview_id').notNull(),
    state: text('state').$type<InterviewState>().notNull().default('arranged'),
    place: text('place').$type<InterviewPlace>().notNull(),
    chosenBy: text('chosen_by').$type<'client'>().notNull(),
    placeDetail: text('place_detail').notNull().default(''),
    mustNotKnow: text('must_not_know').notNull().default(''),
    arrival: text('arrival').notNull().default(''),
    companion: text('companion').$type<Companion>().notNull(),
    companionName: text('companion_name').notNull().default(''),
    startsAt: at('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    version: integer('version').notNull().default(1),
    arrangedBy: uuid('arranged_by').notNull(),
    arrangedAt: at('arranged_at').notNull(),
    cancelReason: text('cancel_reason').$type<CancelReason | ''>().notNull().default(''),
    endedAt: at('ended_at'),
    heldAt: at('held_at'),
    /** The start of which the case worker was reminded. An interview that moves is reminded of again. */
    remindedOf: at('reminded_of'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.interviewId] }),
    unique('interview_in_case').on(t.agencyId, t.interviewId, t.caseId),
    index('interview_of_case').on(t.agencyId, t.caseId, t.startsAt),
    index('interview_by_start').on(t.agencyId, t.state, t.startsAt),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.arrangedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('interview_state', sql`${t.state} in ('arranged','held','cancelled')`),
    check(
      'interview_place',
      sql`${t.place} in ('home','our_office','reporting_point','police_station','phone','video','elsewhere')`,
    ),
    check('interview_chosen_by', sql`${t.chosenBy} = 'client'`),
    check('interview_companion', sql`${t.companion} in ('nobody','supporter','family_or_friend','carer')`),
    check('interview_minutes', sql`${t.minutes} between 5 and 480`),
    check('interview_held', sql`(${t.state} = 'held') = (${t.heldAt} is not null)`),
    check('interview_cancelled', sql`(${t.state} = 'cancelled') = (${t.cancelReason} <> '')`),
  ],
)

const ofInterview = { ...ofCase, interviewId: uuid('interview_id').notNull() }

/** What was saved of one section, with a version so that two writers do not overwrite each other. */
export const interviewSection = pgTable(
  'interview_section',
  {
    ...ofInterview,
    section: text('section').$type<InterviewSection>().notNull(),
    answers: jsonb('answers').$type<SectionAnswers>().notNull(),
    version: integer('version').notNull(),
    savedBy: uuid('saved_by').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.interviewId, t.section] }),
    index('interview_section_of_case').on(t.agencyId, t.caseId),
    foreignKey({
      columns: [t.agencyId, t.interviewId, t.caseId],
      foreignColumns: [interview.agencyId, interview.interviewId, interview.caseId],
      name: 'interview_section_in_case',
    }),
    foreignKey({ columns: [t.agencyId, t.savedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check(
      'interview_section_name',
      sql`${t.section} in ('process','needs','account','background','support','wishes','encouragement')`,
    ),
  ],
)

/** One need of the client for one interview: an interpreter or a communication need (G5, G6). */
export const needBooking = pgTable(
  'need_booking',
  {
    ...ofInterview,
    bookingId: uuid('booking_id').notNull(),
    need: text('need').$type<InterviewNeed>().notNull(),
    state: text('state').$type<BookingState>().notNull(),
    bookedWith: text('booked_with').$type<BookedWith>(),
    bookedName: text('booked_name').notNull().default(''),
    bookedFor: at('booked_for'),
    reason: text('reason').$type<WithoutReason>(),
    version: integer('version').notNull().default(1),
    changedBy: uuid('changed_by').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.bookingId] }),
    unique('need_booking_once').on(t.agencyId, t.interviewId, t.need),
    index('need_booking_of_case').on(t.agencyId, t.caseId),
    foreignKey({
      columns: [t.agencyId, t.interviewId, t.caseId],
      foreignColumns: [interview.agencyId, interview.interviewId, interview.caseId],
      name: 'need_booking_in_case',
    }),
    foreignKey({ columns: [t.agencyId, t.changedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check(
      'need_booking_state',
      sql`${t.state} in ('to_book','requested','booked','delivered','declined','went_without')`,
    ),
    check('need_booking_with', sql`${t.bookedWith} in ('professional','chosen_adult','own_agency')`),
    check('need_booking_reason', sql`(${t.state} in ('declined','went_without')) = (${t.reason} is not null)`),
    check(
      'need_booking_booked',
      sql`${t.state} <> 'booked' or (${t.bookedWith} is not null and ${t.bookedFor} is not null)`,
    ),
  ],
)
