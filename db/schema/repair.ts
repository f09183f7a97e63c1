import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ClientWish } from '../../app/domain/options/client-wish.ts'
import type { PhotoAnswer } from '../../app/domain/repairs/repair.ts'
import type { RepairKind, RepairResultId, SurfaceOwner } from '../../app/domain/repairs/repair-kind.ts'
import type { RepairErrorReason, RepairException } from '../../app/domain/repairs/repair-reason.ts'
import { caseFile, incident } from './case-file.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/**
 * An emergency repair or offensive graffiti of a case (R8). Its clock is a row of `clock` with this id as its subject.
 * `dueAt` is the same instant, so that an index lists the work of an agency by what is due. Which state it is in
 * follows from the instants.
 */
export const repair = pgTable(
  'repair',
  {
    agencyId: uuid('agency_id').notNull(),
    caseId: uuid('case_id').notNull(),
    repairId: uuid('repair_id').notNull(),
    kind: text('kind').$type<RepairKind>().notNull(),
    incidentId: uuid('incident_id'),
    /** What is broken or written, and where: in words, never on the map. */
    damage: text('damage').notNull(),
    place: text('place').notNull().default(''),
    surfaceOwner: text('surface_owner').$type<SurfaceOwner>().notNull().default('not_known'),
    reportedAt: at('reported_at').notNull(),
    backdatedReason: text('backdated_reason').notNull().default(''),
    dueAt: at('due_at').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: at('recorded_at').notNull(),
    photo: text('photo').$type<PhotoAnswer['photo']>().notNull().default(''),
    noPhotoReason: text('no_photo_reason').$type<PhotoAnswer['noPhotoReason']>().notNull().default(''),
    /** Stored files of the case: before the work, and after it. */
    photoFileId: uuid('photo_file_id'),
    afterFileId: uuid('after_file_id'),
    /** The client's wish about the access that the work needs (G8). */
    clientWish: text('client_wish').$type<ClientWish | ''>().notNull().default(''),
    clientWishReason: text('client_wish_reason').notNull().default(''),
    assignedTo: text('assigned_to').notNull().default(''),
    assignedPhone: text('assigned_phone').notNull().default(''),
    expectedAt: at('expected_at'),
    assignedAt: at('assigned_at'),
    completedAt: at('completed_at'),
    result: text('result').$type<RepairResultId | ''>().notNull().default(''),
    completionNote: text('completion_note').notNull().default(''),
    exceptedAt: at('excepted_at'),
    exceptionReason: text('exception_reason').$type<RepairException | ''>().notNull().default(''),
    exceptionNote: text('exception_note').notNull().default(''),
    errorAt: at('error_at'),
    errorReason: text('error_reason').$type<RepairErrorReason | ''>().notNull().default(''),
    version: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.repairId] }),
    index('repair_of_case').on(t.agencyId, t.caseId, t.reportedAt),
    index('repair_by_due').on(t.agencyId, t.dueAt, t.repairId),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.incidentId], foreignColumns: [incident.agencyId, incident.incidentId] }),
    foreignKey({ columns: [t.agencyId, t.recordedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('repair_kind', sql`${t.kind} = any (array['repair','graffiti'])`),
    check('repair_owner', sql`${t.surfaceOwner} = any (array['agency','client','other_owner','not_known'])`),
    check(
      'repair_photo',
      sql`(${t.photo} in ('','taken') and ${t.noPhotoReason} = '')
        or (${t.photo} = 'not_taken' and ${t.noPhotoReason} in ('gone','client_asked','not_safe','no_camera'))`,
    ),
    check('repair_wish', sql`${t.clientWish} in ('','agreed','prefers_not','not_asked')`),
    check(
      'repair_result',
      sql`case ${t.result} when '' then ${t.completedAt} is null
        else ${t.completedAt} is not null and ${t.kind} = case when ${t.result} in ('made_safe','repaired') then 'repair'
          when ${t.result} in ('removed','covered') then 'graffiti' end end`,
    ),
    check('repair_photo_first', sql`${t.completedAt} is null or ${t.kind} <> 'graffiti' or ${t.photo} <> ''`),
    check(
      'repair_exception',
      sql`(${t.exceptedAt} is null and ${t.exceptionReason} = '')
        or (${t.exceptedAt} is not null and ${t.exceptionReason} in ('access_refused','not_ours','police_scene'))`,
    ),
    check(
      'repair_error',
      sql`(${t.errorAt} is null and ${t.errorReason} = '') or (${t.errorAt} is not null
        and ${t.errorReason} in ('other_case','not_needed','not_emergency','twice','wrong_time'))`,
    ),
  ],
)
