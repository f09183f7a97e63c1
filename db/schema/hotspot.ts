import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
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
import type { AttackReport } from '../../app/domain/hotspots/attack/attack-report.ts'
import type { ReleaseRules } from '../../app/domain/hotspots/release/release-rules.ts'
import type { ReleaseSummary } from '../../app/domain/hotspots/release/release-summary.ts'
import type { RulesEffect } from '../../app/domain/hotspots/release/rules-effect.ts'
import { agency } from './agency.ts'
import { cellColumn } from './cell-column.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/**
 * All that a release is calculated from: hexagon, online or not, a number for the person, strand. The database copies
 * it from `incident`, and imports add to it. No login can read the table; a function gives its rows to the worker only.
 * `crimeKey` is equal when two agencies have the same crime.
 */
export const countedIncident = pgTable(
  'counted_incident',
  {
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => agency.agencyId),
    incidentId: uuid('incident_id').notNull(),
    recordedAt: at('recorded_at').notNull(),
    cell: cellColumn('cell'),
    online: boolean('online').notNull(),
    person: bigint('person', { mode: 'number' }).notNull(),
    strand: text('strand').notNull(),
    crimeKey: bigint('crime_key', { mode: 'bigint' }),
    importId: uuid('import_id'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.incidentId] }),
    index('counted_by_intake').on(t.recordedAt),
    index('counted_by_crime').on(t.crimeKey, t.recordedAt).where(sql`crime_key is not null`),
  ],
)

/** A file of incidents that an agency imported. */
export const incidentImport = pgTable(
  'incident_import',
  {
    importId: uuid('import_id').primaryKey(),
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => agency.agencyId),
    fileSha256: text('file_sha256').notNull(),
    rows: integer('rows').notNull(),
    added: integer('added').notNull(),
    importedBy: text('imported_by').notNull(),
    importedAt: at('imported_at').notNull(),
  },
  (t) => [index('import_of_agency').on(t.agencyId, t.importedAt)],
)

/** Versions of the rules for releases. A release uses the newest version in force when it is built. */
export const releaseRule = pgTable(
  'release_rule',
  {
    version: integer('version').primaryKey(),
    rules: jsonb('rules').$type<ReleaseRules>().notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<'proposed' | 'in_force' | 'refused'>().notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    proposedAt: at('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: at('decided_at'),
    /** What the rules would do to the newest release. Null until the worker has tried them. */
    effect: jsonb('effect').$type<RulesEffect>(),
  },
  (t) => [
    check('release_rule_state', sql`${t.state} in ('proposed','in_force','refused')`),
    check('release_rule_by_two', sql`${t.decidedBy} is distinct from ${t.proposedBy} or ${t.state} <> 'in_force'`),
  ],
)

/** A release from request to decision. Its content is in `hotspotBody`. */
export const hotspotDraft = pgTable(
  'hotspot_draft',
  {
    releaseId: uuid('release_id').primaryKey(),
    period: text('period').notNull(),
    opensAt: at('opens_at').notNull(),
    closesAt: at('closes_at').notNull(),
    ruleVersion: integer('rule_version')
      .notNull()
      .references(() => releaseRule.version),
    state: text('state')
      .$type<'asked' | 'built' | 'too_few' | 'failed' | 'proposed' | 'published' | 'refused'>()
      .notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    askedAt: at('asked_at').notNull(),
    builtAt: at('built_at'),
    sha256: text('sha256'),
    summary: jsonb('summary').$type<ReleaseSummary>(),
    attackReport: jsonb('attack_report').$type<AttackReport>(),
    proposedBy: uuid('proposed_by'),
    proposedByName: text('proposed_by_name'),
    proposedAt: at('proposed_at'),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: at('decided_at'),
    decisionNote: text('decision_note').notNull().default(''),
  },
  (t) => [
    index('draft_by_period').on(t.period, t.askedAt),
    check(
      'hotspot_draft_state',
      sql`${t.state} in ('asked','built','too_few','failed','proposed','published','refused')`,
    ),
    check('hotspot_draft_by_two', sql`${t.decidedBy} is distinct from ${t.proposedBy} or ${t.state} <> 'published'`),
  ],
)

/** A draft release, unreadable until two people agree: comparing two drafts could identify clients. */
export const hotspotBody = pgTable('hotspot_body', {
  releaseId: uuid('release_id')
    .primaryKey()
    .references(() => hotspotDraft.releaseId),
  body: text('body').notNull(),
})

/** The ledger of published releases, which never change. `body` is text, so that its bytes keep their hash. */
export const hotspotRelease = pgTable(
  'hotspot_release',
  {
    releaseId: uuid('release_id').primaryKey(),
    number: integer('number').notNull(),
    period: text('period').notNull(),
    opensAt: at('opens_at').notNull(),
    closesAt: at('closes_at').notNull(),
    ruleVersion: integer('rule_version')
      .notNull()
      .references(() => releaseRule.version),
    rules: jsonb('rules').$type<ReleaseRules>().notNull(),
    body: text('body').notNull(),
    sha256: text('sha256').notNull(),
    previousSha256: text('previous_sha256').notNull(),
    attackReport: jsonb('attack_report').$type<AttackReport>().notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    approvedByName: text('approved_by_name').notNull(),
    publishedAt: at('published_at').notNull(),
  },
  (t) => [unique('release_number').on(t.number), unique('release_period').on(t.period)],
)

/** A refuge, a ward's only mosque: its incidents are published only as part of a larger hexagon. */
export const protectedPlace = pgTable('protected_place', {
  placeId: uuid('place_id').primaryKey(),
  cell: cellColumn('cell').notNull(),
  /** The chosen ward, or '' if only a point or a postcode was given. */
  ward: text('ward').notNull().default(''),
  reason: text('reason').notNull(),
  addedByName: text('added_by_name').notNull(),
  addedAt: at('added_at').notNull(),
  removedAt: at('removed_at'),
})

/** The position of a postcode, from the operator's copy of Code-Point Open. The postcode has no space. */
export const postcode = pgTable('postcode', {
  postcode: text('postcode').primaryKey(),
  lat: doublePrecision('lat').notNull(),
  lng: doublePrecision('lng').notNull(),
})

/** Published street-level crime counts by month. They are shown as context and never mixed with our own data. */
export const streetCrime = pgTable(
  'street_crime',
  {
    month: date('month').notNull(),
    cell: cellColumn('cell').notNull(),
    category: text('category').notNull(),
    crimes: integer('crimes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.cell, t.category] })],
)

/** Residents of each finest hexagon, if the operator has loaded them. */
export const cellPopulation = pgTable('cell_population', {
  cell: cellColumn('cell').primaryKey(),
  residents: integer('residents').notNull(),
})

/** Notes on tension in a ward. They contain no personal data and are deleted after their last day. */
export const tensionNote = pgTable(
  'tension_note',
  {
    agencyId: uuid('agency_id').notNull(),
    noteId: uuid('note_id').notNull(),
    ward: text('ward').notNull(),
    grade: text('grade').$type<'experienced' | 'evidenced' | 'potential'>().notNull(),
    note: text('note').notNull(),
    strands: text('strands').array().notNull(),
    writtenBy: uuid('written_by').notNull(),
    writtenByName: text('written_by_name').notNull(),
    writtenAt: at('written_at').notNull(),
    expiresOn: date('expires_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.noteId] }),
    index('tension_by_day').on(t.expiresOn),
    foreignKey({ columns: [t.agencyId], foreignColumns: [agency.agencyId] }),
    check('tension_grade', sql`${t.grade} in ('experienced','evidenced','potential')`),
  ],
)
