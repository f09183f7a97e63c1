import { and, eq, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { caseFile, incident } from '../../../../db/schema/case-file.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { permissionsOf, rolesToAllocateAmong } from '../../../access/ability.ts'
import { keysOfPlace } from '../../../domain/lists/cursor.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { endOfLondonDay, londonDayOf } from '../../../domain/time/calendar-day.ts'
import { findClients } from '../../../facts/find-people.server.ts'
import { beginsAsReference, readBeginnings } from '../../../facts/find-references.server.ts'
import { listWorkersToChoose } from '../../../facts/list-workers.server.ts'
import { type KeyColumn, selectPlaces } from '../../../facts/lists/keyset.server.ts'
import { countRows, type PartOfList, readPage } from '../../../facts/lists/read-page.server.ts'
import { hasRecentDeadline } from '../../../facts/recent-deadlines.server.ts'
import { isUnallocated } from '../../../facts/waiting-cases.server.ts'
import { readForExport } from '../../../timeline/read-for-export.server.ts'
import { CASE_KEYS, type CaseListQuery, type CaseQueue } from './case-list-query.ts'
import type { CaseList, ListedCase } from './listed-case.ts'
import { readCaseRows } from './read-case-rows.server.ts'

/** The tab that the list opens with: the team's cases for people who allocate, otherwise their own. */
export function homeQueueOf(actor: Actor): CaseQueue {
  return permissionsOf(actor).mayEver('allocate', 'caseFile') ? 'team' : 'mine'
}

/** One page of cases, violence first and then the soonest deadline, with their total number. */
export function listCases(reading: Reading, query: CaseListQuery): Promise<CaseList> {
  return asActor(reading.actor, (tx) => readList(tx, reading, query))
}

export async function exportCases(reading: Reading, query: CaseListQuery): Promise<ListedCase[]> {
  const { rows } = await readForExport(reading, (tx) => readList(tx, reading, query))
  return rows
}

async function readList(tx: Tx, reading: Reading, query: CaseListQuery): Promise<CaseList> {
  const found = query.search ? await findSearched(tx, reading.actor, query.search) : null
  const where = and(...conditionsOf(reading, query), found?.where) ?? sql`false`
  const [counted, unallocated] = await Promise.all([
    countRows(tx, caseFile, where),
    countRows(tx, caseFile, isUnallocated(reading.actor.agencyId)),
  ])
  // An index gives the ids; the other fields are read only for the rows of the page.
  const select = (part: PartOfList) => selectPlaces(tx, { from: sql`${caseFile}`, where, columns: COLUMNS }, part)
  const page = await readPage(query, { counted, select, placeOfRow: (place) => place })
  const caseIds = page.rows.flatMap((place) => keysOfPlace(place).at(-1) ?? [])
  const rows = await readCaseRows(tx, reading, caseIds)
  const { tooMany: searchTooWide = false, onlySimilar = false } = found ?? {}
  const workers = await listWorkersToChoose(tx, reading.actor, rolesToAllocateAmong(reading.actor))
  return { ...page, rows, more: counted > page.total, unallocated, searchTooWide, onlySimilar, workers }
}

const ORDER = [caseFile.urgentOrder, caseFile.nextDueAt, caseFile.receivedAt, caseFile.caseId]

const COLUMNS: KeyColumn[] = CASE_KEYS.map((kind, at) => ({ column: sql`${ORDER[at]}`, kind }))

function conditionsOf(
  { actor, now }: Reading,
  { queue, serious, due, risk, strand, deadline, workerId }: CaseListQuery,
): (SQL | undefined)[] {
  const open = eq(caseFile.stage, 'open')
  const queues = {
    mine: [open, eq(caseFile.caseWorkerId, actor.staffId)],
    team: [open],
    unallocated: [isUnallocated(actor.agencyId)],
    closed: [eq(caseFile.stage, 'closed')],
    all: [inArray(caseFile.stage, ['open', 'closed'])],
  } as const
  // Naming both values lets the database start at the right day in the index for each of them.
  const anyUrgency = inArray(caseFile.urgentOrder, [0, 1])
  const dues = {
    overdue: [anyUrgency, lt(caseFile.nextDueAt, now)],
    today: [anyUrgency, gte(caseFile.nextDueAt, now), lte(caseFile.nextDueAt, endOfLondonDay(londonDayOf(now)))],
  } as const
  return [
    eq(caseFile.agencyId, actor.agencyId),
    ...queues[queue],
    ...(due ? dues[due] : []),
    deadline ? hasRecentDeadline(deadline, actor.agencyId, now) : undefined,
    serious ? eq(caseFile.serious, true) : undefined,
    risk ? eq(caseFile.risk, risk) : undefined,
    workerId ? eq(caseFile.caseWorkerId, workerId) : undefined,
    strand
      ? sql`exists (select 1 from ${incident} where ${incident.agencyId} = ${caseFile.agencyId}
      and ${incident.caseId} = ${caseFile.caseId} and ${strand} = any (${incident.strands}))`
      : undefined,
  ]
}

/** Cases by their own reference, by the reference of a referral, or by client. */
async function findSearched(tx: Tx, { agencyId }: Actor, typed: string) {
  // In sequence: if both failed together, the log would name the consequence instead of the cause.
  const clients = await findClients(tx, agencyId, typed)
  const beginnings = await readBeginnings(tx, agencyId, typed)
  const ofReferral = beginsAsReference(referral.reference, beginnings)
  const where = or(
    beginsAsReference(caseFile.reference, beginnings),
    ofReferral && inArray(caseFile.caseId, casesOfReferrals(tx, agencyId, ofReferral)),
    clients.ids.length > 0 ? inArray(caseFile.clientId, clients.ids) : undefined,
  )
  return { ...clients, where: where ?? sql`false` }
}

function casesOfReferrals(tx: Tx, agencyId: string, ofReferral: SQL) {
  return tx
    .select({ caseId: referralOrigin.caseId })
    .from(referral)
    .innerJoin(
      referralOrigin,
      and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.referralId, referral.referralId)),
    )
    .where(and(eq(referral.fromAgencyId, agencyId), ofReferral))
}
