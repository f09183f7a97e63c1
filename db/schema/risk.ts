import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { InterviewPlace } from '../../app/domain/interview/interview-place.ts'
import type { LowerRiskReason, RaiseRiskReason, RiskDirection } from '../../app/domain/risk/risk-change.ts'
import type { CompletedWith, InterpreterUse } from '../../app/domain/risk/risk-check.ts'
import type { AssessedLevel } from '../../app/domain/risk/risk-level.ts'
import type { RiskAnswers, RiskQuestionId } from '../../app/domain/risk/risk-question.ts'
import { caseFile } from './case-file.ts'
import { staff } from './staff.ts'

/** A risk check (G4). Rows never change: a new check replaces the one before as the newest. */
export const riskCheck = pgTable(
  'risk_check',
  {
    agencyId: uuid('agency_id').notNull(),
    checkId: uuid('check_id').notNull(),
    caseId: uuid('case_id').notNull(),
    /** From 1 within the case: the newest check has the highest number. */
    number: smallint('number').notNull(),
    version: text('version').notNull(),
    completedWith: text('completed_with').$type<CompletedWith>().notNull(),
    answers: jsonb('answers').$type<RiskAnswers>().notNull(),
    score: smallint('score').notNull(),
    /** As the check gave it, before anyone raised or lowered it. */
    level: text('level').$type<AssessedLevel>().notNull(),
    provisional: boolean('provisional').notNull(),
    /** The questions with a warning answer that stands, from this check or an earlier one. */
    warnings: text('warnings').array().$type<RiskQuestionId[]>().notNull(),
    hasWarning: boolean('has_warning').notNull().generatedAlwaysAs(sql`cardinality(warnings) > 0`),
    judgementReason: text('judgement_reason').notNull().default(''),
    place: text('place').$type<InterviewPlace>().notNull(),
    interpreter: text('interpreter').$type<InterpreterUse>().notNull(),
    checkedBy: uuid('checked_by').notNull(),
    checkedAt: timestamp('checked_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.checkId] }),
    unique('risk_check_number').on(t.agencyId, t.caseId, t.number),
    unique('risk_check_warning').on(t.agencyId, t.checkId, t.caseId, t.hasWarning),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.checkedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('risk_check_level', sql`${t.level} in ('standard','medium','high')`),
    check('risk_check_score', sql`${t.score} between 0 and 35`),
    check('risk_check_warning_is_high', sql`cardinality(${t.warnings}) = 0 or ${t.level} = 'high'`),
    check('risk_check_completed_with', sql`${t.completedWith} in ('client','partly','client_declined')`),
    check('risk_check_judged', sql`(${t.completedWith} = 'client_declined') = (${t.judgementReason} <> '')`),
  ],
)

/** A level raised or lowered after a check, with its reason. It counts until the next check. */
export const riskLevelChange = pgTable(
  'risk_level_change',
  {
    agencyId: uuid('agency_id').notNull(),
    changeId: uuid('change_id').notNull(),
    caseId: uuid('case_id').notNull(),
    checkId: uuid('check_id').notNull(),
    /** From 1 within the check. */
    number: smallint('number').notNull(),
    direction: text('direction').$type<RiskDirection>().notNull(),
    fromLevel: text('from_level').$type<AssessedLevel>().notNull(),
    toLevel: text('to_level').$type<AssessedLevel>().notNull(),
    /** The check's own, so that the database refuses a level below High while a warning stands. */
    hasWarning: boolean('has_warning').notNull(),
    reason: text('reason').$type<RaiseRiskReason | LowerRiskReason>().notNull(),
    note: text('note').notNull(),
    changedBy: uuid('changed_by').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.changeId] }),
    unique('risk_level_change_number').on(t.agencyId, t.checkId, t.number),
    index('risk_level_change_of_case').on(t.agencyId, t.caseId, t.changedAt),
    foreignKey({
      columns: [t.agencyId, t.checkId, t.caseId, t.hasWarning],
      foreignColumns: [riskCheck.agencyId, riskCheck.checkId, riskCheck.caseId, riskCheck.hasWarning],
      name: 'risk_level_change_check',
    }),
    foreignKey({ columns: [t.agencyId, t.changedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('risk_level_change_warning', sql`not ${t.hasWarning} or ${t.toLevel} = 'high'`),
    check(
      'risk_level_change_direction',
      sql`(${t.direction} = 'raised' and (${t.fromLevel}, ${t.toLevel}) in (('standard','medium'), ('standard','high'), ('medium','high')))
        or (${t.direction} = 'lowered' and (${t.fromLevel}, ${t.toLevel}) in (('medium','standard'), ('high','standard'), ('high','medium')))`,
    ),
  ],
)
