import { and, asc, eq, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { caseFile, incident } from '../../../../db/schema/case-file.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { permissionsOf, rolesToAllocateAmong } from '../../../access/ability.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { endOfLondonDay, londonDayOf } from '../../../domain/time/calendar-day.ts'
import { findClients } from '../../../facts/find-people.server.ts'
import { beginsAsReference, readBeginnings } from '../../../facts/find-references.server.ts'
import { listWorkersToChoose } from '../../../facts/list-workers.server.ts'
import { hasRecentDeadline } from '../../../facts/recent-deadlines.server.ts'
import { isUnallocated } from '../../../facts/waiting-cases.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import type { CaseListQuery, CaseQueue } from './case-list-query.ts'
import { CASES_A_PAGE, type CaseList, COUNTED_AT_MOST } from './listed-case.ts'
import { readCaseRows } from './read-case-rows.server.ts'

/** The queue that the list opens with: that of the team for who allocates its work. */
export function homeQueueOf(actor: Actor): CaseQueue {
  return permissionsOf(actor).mayEver('allocate', 'caseFile') ? 'team' : 'mine'
}

/** One page of cases, violence or its threat first and then what is due first, and how many there are. */
export function listCases(reading: Reading, query: CaseListQuery): Promise<CaseList> {
  return asActor(reading.actor, (tx) => readList(tx, reading, query))
}

/** The same page for a spreadsheet. What leaves as a file is written down in the log. */
export function exportCases(reading: Reading, query: CaseListQuery): Promise<CaseList> {
  return asActor(reading.actor, async (tx) => {
    const list = await readList(tx, reading, query)
    await recordEvent(tx, reading, { kind: 'record-consulted', data: { what: 'export' } })
    return list
  })
}

async function readList(tx: Tx, reading: Reading, query: CaseListQuery): Promise<CaseList> {
  const found = query.search ? await findSearched(tx, reading.actor, query.search) : null
  const where = and(...conditionsOf(reading, query), found?.where)
  const [counted, unallocated] = await Promise.all([
    countUpTo(tx, where),
    countUpTo(tx, isUnallocated(reading.actor.agencyId)),
  ])
  const total = Math.min(counted, COUNTED_AT_MOST)
  const pageCount = Math.max(1, Math.ceil(total / CASES_A_PAGE))
  const page = Math.min(query.page, pageCount)
  // Walking through everything for the first page of nothing would be the slowest of all.
  const caseIds = total === 0 ? [] : await readPageOfIds(tx, where, page)
  const cases = await readCaseRows(tx, reading, caseIds)
  const more = counted > COUNTED_AT_MOST
  const { tooMany: searchTooWide = false, onlySimilar = false } = found ?? {}
  const workers = await listWorkersToChoose(tx, reading.actor, rolesToAllocateAmong(reading.actor))
  return { cases, total, more, page, pageCount, unallocated, searchTooWide, onlySimilar, workers }
}

/** The ids alone come from an index; what a row shows is read for the page only. */
async function readPageOfIds(tx: Tx, where: SQL | undefined, page: number): Promise<string[]> {
  const ids = await tx
    .select({ caseId: caseFile.caseId })
    .from(caseFile)
    .where(where)
    .orderBy(asc(caseFile.urgentOrder), asc(caseFile.nextDueAt), asc(caseFile.receivedAt), asc(caseFile.caseId))
    .limit(CASES_A_PAGE)
    .offset((page - 1) * CASES_A_PAGE)
  return ids.map(({ caseId }) => caseId)
}

/** Counts no further than one more than is ever shown, so that it costs the same however many there are. */
async function countUpTo(tx: Tx, where: SQL | undefined): Promise<number> {
  const some = tx
    .select({ caseId: caseFile.caseId })
    .from(caseFile)
    .where(where)
    .limit(COUNTED_AT_MOST + 1)
    .as('some')
  const [counted] = await tx.select({ total: sql<number>`count(*)::int` }).from(some)
  return counted?.total ?? 0
}

function conditionsOf(
  { actor, now }: Reading,
  { queue, serious, due, strand, deadline, workerId }: CaseListQuery,
): (SQL | undefined)[] {
  const open = eq(caseFile.stage, 'open')
  const queues = {
    mine: [open, eq(caseFile.caseWorkerId, actor.staffId)],
    team: [open],
    unallocated: [isUnallocated(actor.agencyId)],
    closed: [eq(caseFile.stage, 'closed')],
    all: [inArray(caseFile.stage, ['open', 'closed'])],
  } as const
  // Names every value, so that the index is entered at the day within each.
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
    workerId ? eq(caseFile.caseWorkerId, workerId) : undefined,
    strand
      ? sql`exists (select 1 from ${incident} where ${incident.agencyId} = ${caseFile.agencyId}
      and ${incident.caseId} = ${caseFile.caseId} and ${strand} = any (${incident.strands}))`
      : undefined,
  ]
}

/** A case by its own reference or one of a referral from it, or by its client. */
async function findSearched(tx: Tx, { agencyId }: Actor, typed: string) {
  // One after the other: of two that fail together, the log would name the consequence instead of the cause.
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
