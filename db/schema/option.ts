import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Decision, DecisionKind } from '../../app/domain/decisions/decision-request.ts'
import type { ClientWish } from '../../app/domain/options/client-wish.ts'
import type { MeasureCancelReason, MeasureKind } from '../../app/domain/options/measure.ts'
import type { CaseOption, OptionAnswer } from '../../app/domain/options/option.ts'
import type { CalendarDay } from '../../app/domain/time/calendar-day.ts'
import { caseFile } from './case-file.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })
const day = (name: string) => date(name).$type<CalendarDay>()
const ofCase = { agencyId: uuid('agency_id').notNull(), caseId: uuid('case_id').notNull() }

/** The client's answers about the five options (G7). Rows never change: the highest number of an option is the newest. */
export const caseOption = pgTable(
  'case_option',
  {
    ...ofCase,
    answerId: uuid('answer_id').notNull(),
    option: text('option').$type<CaseOption>().notNull(),
    number: integer('number').notNull(),
    answer: text('answer').$type<OptionAnswer>().notNull(),
    reason: text('reason').notNull().default(''),
    recordedBy: uuid('recorded_by').notNull(),
    discussedAt: at('discussed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.answerId] }),
    unique('option_answer_number').on(t.agencyId, t.caseId, t.option, t.number),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.recordedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check(
      'option_known',
      sql`${t.option} in ('target_hardening','referral','perpetrator_action','rehousing','storage')`,
    ),
    check('option_answer', sql`${t.answer} in ('wants','not_now','no','not_relevant')`),
    check(
      'option_not_relevant',
      sql`${t.answer} <> 'not_relevant' or (${t.option} in ('rehousing','storage') and ${t.reason} <> '')`,
    ),
  ],
)

/** What makes the client's home safer (G7a). It ends once: done or cancelled. */
export const measure = pgTable(
  'measure',
  {
    ...ofCase,
    measureId: uuid('measure_id').notNull(),
    kind: text('kind').$type<MeasureKind>().notNull(),
    requestedOn: day('requested_on').notNull(),
    requestedBy: uuid('requested_by').notNull(),
    /** Who is asked to do it: a contractor, the fire service. */
    contractor: text('contractor').notNull(),
    clientWish: text('client_wish').$type<ClientWish>().notNull(),
    clientWishReason: text('client_wish_reason').notNull().default(''),
    recordedAt: at('recorded_at').notNull(),
    doneOn: day('done_on'),
    workedBy: text('worked_by').notNull().default(''),
    cancelReason: text('cancel_reason').$type<MeasureCancelReason>(),
    endedBy: uuid('ended_by'),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.measureId] }),
    index('measure_of_case').on(t.agencyId, t.caseId, t.requestedOn),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.requestedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    foreignKey({ columns: [t.agencyId, t.endedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('measure_kind', sql`${t.kind} in ('locks','letterbox','alarm','lighting','cctv','fire_safety_visit')`),
    check(
      'measure_wish',
      sql`${t.clientWish} = 'agreed' or ${t.clientWish} = 'not_asked' and ${t.clientWishReason} <> ''`,
    ),
    check('measure_ends_one_way', sql`${t.doneOn} is null or ${t.cancelReason} is null`),
    check(
      'measure_end_whole',
      sql`(${t.endedAt} is null) = (${t.endedBy} is null) and (${t.endedAt} is null) = (${t.doneOn} is null and ${t.cancelReason} is null)`,
    ),
  ],
)

/**
 * What a person asks a manager to decide on a case. A row is decided once, by another person. When the manager asks back,
 * the answer is a new row of the same person with `previousId`. Dates when it was done follow a yes only.
 */
export const decisionRequest = pgTable(
  'decision_request',
  {
    ...ofCase,
    decisionId: uuid('decision_id').notNull(),
    previousId: uuid('previous_id'),
    kind: text('kind').$type<DecisionKind>().notNull(),
    scope: text('scope').notNull(),
    reason: text('reason').notNull(),
    clientWish: text('client_wish').$type<ClientWish>(),
    clientWishReason: text('client_wish_reason').notNull().default(''),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: at('requested_at').notNull(),
    wantedBy: day('wanted_by').notNull(),
    decision: text('decision').$type<Decision>().notNull().default('asked'),
    decidedBy: uuid('decided_by'),
    decidedAt: at('decided_at'),
    decisionNote: text('decision_note').notNull().default(''),
    rehousedOn: day('rehoused_on'),
    storedFrom: day('stored_from'),
    storedTo: day('stored_to'),
    storedWhere: text('stored_where').notNull().default(''),
    carriedOutBy: uuid('carried_out_by'),
    carriedOutAt: at('carried_out_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.decisionId] }),
    unique('decision_of_asker').on(t.agencyId, t.decisionId, t.requestedBy),
    unique('decision_answered_once').on(t.agencyId, t.previousId),
    index('decision_of_case').on(t.agencyId, t.caseId, t.requestedAt),
    index('decision_waiting').on(t.agencyId, t.decision, t.requestedAt),
    uniqueIndex('decision_waits_once').on(t.agencyId, t.caseId, t.kind).where(sql`decision = 'asked'`),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.requestedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    foreignKey({ columns: [t.agencyId, t.decidedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    foreignKey({ columns: [t.agencyId, t.carriedOutBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    foreignKey({
      columns: [t.agencyId, t.previousId, t.requestedBy],
      foreignColumns: [t.agencyId, t.decisionId, t.requestedBy],
    }),
    check('decision_kind', sql`${t.kind} in ('rehousing','storage','lower_risk')`),
    check(
      'decision_scope',
      sql`${t.scope} = any (case ${t.kind} when 'rehousing' then array['temporary','permanent'] when 'lower_risk' then array['medium','standard'] else array[''] end)`,
    ),
    check('decision_made', sql`${t.decision} in ('asked','yes','no','asked_back')`),
    check(
      'decision_wish',
      sql`${t.kind} = 'lower_risk' or ${t.clientWish} is not null and (${t.clientWish} = 'agreed' or ${t.clientWish} = 'not_asked' and ${t.clientWishReason} <> '')`,
    ),
    check('decision_by_another', sql`${t.decidedBy} is distinct from ${t.requestedBy} or ${t.decidedBy} is null`),
    check(
      'decision_whole',
      sql`(${t.decision} = 'asked') = (${t.decidedBy} is null) and (${t.decision} = 'asked') = (${t.decidedAt} is null)`,
    ),
    check(
      'decision_carried_out',
      sql`(${t.carriedOutAt} is null) = (${t.rehousedOn} is null and ${t.storedFrom} is null) and (${t.carriedOutAt} is null or ${t.decision} = 'yes')`,
    ),
    check('decision_storage_in_order', sql`${t.storedTo} is null or ${t.storedFrom} <= ${t.storedTo}`),
  ],
)
