import { and, asc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { caseFile, client, incident } from '../../../db/schema/case-file.ts'
import { staff } from '../../../db/schema/staff.ts'
import { clock } from '../../../db/schema/timeline.ts'
import type { Actor, Asking } from '../../domain/actor.ts'
import { endOfLondonDay, londonDayOf } from '../../domain/calendar-day.ts'
import { clockStatus } from '../../domain/clock.ts'
import { readReference } from '../../domain/reference-number.ts'
import { getStandard } from '../../domain/service-standard.ts'
import type { StrandId } from '../../domain/strand.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import type { CaseListQuery } from './case-list-query.ts'
import { findClients } from './find-clients.server.ts'

type Asked = Omit<Asking, 'key'>

export const CASES_A_PAGE = 25

export interface ListedCase {
  caseId: string
  reference: string
  clientName: string
  workerName: string | null
  serious: boolean
  closed: boolean
  contactPossible: boolean
  receivedAt: Date
  returnedToQueueAt: Date | null
  strands: StrandId[]
  /** The soonest deadline that still runs. */
  due: { title: string; status: ReturnType<typeof clockStatus>['status']; line: string } | null
}

export interface CaseList {
  cases: ListedCase[]
  total: number
  /** The page shown: the last one, when a later one was asked for. */
  page: number
  pageCount: number
  unallocated: number
  /** A search that too many people answer to: only some of them are among the cases. */
  searchTooWide: boolean
}

/** One page of cases, what is due first on top, and how many there are. */
export function listCases(asked: Asked, query: CaseListQuery): Promise<CaseList> {
  return asActor(asked.actor, (tx) => readList(tx, asked, query))
}

/** The same page for a spreadsheet. What leaves as a file is written down in the log. */
export function exportCases(asked: Asked, query: CaseListQuery): Promise<CaseList> {
  return asActor(asked.actor, async (tx) => {
    const list = await readList(tx, asked, query)
    await recordEvent(tx, asked, { kind: 'record-consulted', data: { what: 'export' } })
    return list
  })
}

async function readList(tx: Tx, asked: Asked, query: CaseListQuery): Promise<CaseList> {
  const { agencyId } = asked.actor
  const found = query.search ? await findClients(tx, asked.actor, query.search) : null
  const where = and(...conditionsOf(asked, query), searchOf(query.search, found?.clientIds))
  const [[counted], [waiting]] = await Promise.all([
    tx.select({ total: sql<number>`count(*)::int` }).from(caseFile).where(where),
    tx
      .select({ total: sql<number>`count(*)::int` })
      .from(caseFile)
      .where(and(eq(caseFile.agencyId, agencyId), isNull(caseFile.caseWorkerId), eq(caseFile.stage, 'open'))),
  ])
  const total = counted?.total ?? 0
  const pageCount = Math.max(1, Math.ceil(total / CASES_A_PAGE))
  const page = Math.min(query.page, pageCount)
  // The ids alone come from an index; what a row shows is read for the page only.
  const ids = await tx
    .select({ caseId: caseFile.caseId })
    .from(caseFile)
    .where(where)
    .orderBy(asc(caseFile.nextDueAt), asc(caseFile.receivedAt), asc(caseFile.caseId))
    .limit(CASES_A_PAGE)
    .offset((page - 1) * CASES_A_PAGE)
  const cases = await readRows(
    tx,
    asked,
    ids.map(({ caseId }) => caseId),
  )
  return { cases, total, page, pageCount, unallocated: waiting?.total ?? 0, searchTooWide: found?.tooMany ?? false }
}

function conditionsOf({ actor, now }: Asked, { queue, serious, due, strand }: CaseListQuery): (SQL | undefined)[] {
  const open = eq(caseFile.stage, 'open')
  const queues = {
    mine: [open, eq(caseFile.caseWorkerId, actor.staffId)],
    team: [open],
    unallocated: [open, isNull(caseFile.caseWorkerId)],
    closed: [eq(caseFile.stage, 'closed')],
    all: [inArray(caseFile.stage, ['open', 'closed'])],
  } as const
  const dues = {
    overdue: [lt(caseFile.nextDueAt, now)],
    today: [gte(caseFile.nextDueAt, now), lte(caseFile.nextDueAt, endOfLondonDay(londonDayOf(now)))],
  } as const
  return [
    eq(caseFile.agencyId, actor.agencyId),
    ...queues[queue],
    ...(due ? dues[due] : []),
    serious ? eq(caseFile.serious, true) : undefined,
    strand
      ? sql`exists (select 1 from ${incident} where ${incident.agencyId} = ${caseFile.agencyId}
      and ${incident.caseId} = ${caseFile.caseId} and ${strand} = any (${incident.strands}))`
      : undefined,
  ]
}

function searchOf(typed: string, clientIds: string[] | undefined): SQL | undefined {
  if (!clientIds) return undefined
  const reference = readReference(typed)
  const byReference = reference ? eq(caseFile.reference, reference) : undefined
  const byClient = clientIds.length > 0 ? inArray(caseFile.clientId, clientIds) : undefined
  return or(byReference, byClient) ?? sql`false`
}

async function readRows(tx: Tx, asked: Asked, caseIds: string[]): Promise<ListedCase[]> {
  if (caseIds.length === 0) return []
  const [rows, due, strands] = await Promise.all([
    selectRows(tx, asked.actor, caseIds),
    readDue(tx, asked, caseIds),
    readStrands(tx, asked.actor, caseIds),
  ])
  const byId = new Map(rows.map((row) => [row.caseId, row]))
  return caseIds.flatMap((caseId) => {
    const row = byId.get(caseId)
    return row ? [{ ...row, strands: strands.get(caseId) ?? [], due: due.get(caseId) ?? null }] : []
  })
}

function selectRows(tx: Tx, { agencyId }: Actor, caseIds: string[]) {
  return tx
    .select({
      caseId: caseFile.caseId,
      reference: caseFile.reference,
      clientName: client.name,
      workerName: staff.name,
      serious: caseFile.serious,
      closed: sql<boolean>`${caseFile.stage} = 'closed'`,
      contactPossible: sql<boolean>`${caseFile.contactability} = 'possible'`,
      receivedAt: caseFile.receivedAt,
      returnedToQueueAt: caseFile.returnedToQueueAt,
    })
    .from(caseFile)
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .leftJoin(staff, and(eq(staff.agencyId, caseFile.agencyId), eq(staff.staffId, caseFile.caseWorkerId)))
    .where(and(eq(caseFile.agencyId, agencyId), inArray(caseFile.caseId, caseIds)))
}

async function readDue(tx: Tx, { actor, now }: Asked, caseIds: string[]) {
  const clocks = await tx
    .selectDistinctOn([clock.caseId])
    .from(clock)
    .where(
      and(
        eq(clock.agencyId, actor.agencyId),
        inArray(clock.caseId, caseIds),
        eq(clock.state, 'running'),
        sql`${clock.clause} <> 'C4'`,
      ),
    )
    .orderBy(clock.caseId, asc(clock.dueAt))
  return new Map(
    clocks.map((running) => [
      running.caseId,
      { title: getStandard(running.clause).title, ...clockStatus(running, now) },
    ]),
  )
}

async function readStrands(tx: Tx, { agencyId }: Actor, caseIds: string[]): Promise<Map<string, StrandId[]>> {
  const rows = await tx
    .select({ caseId: incident.caseId, strands: incident.strands })
    .from(incident)
    .where(and(eq(incident.agencyId, agencyId), inArray(incident.caseId, caseIds)))
  const byCase = new Map<string, StrandId[]>()
  for (const { caseId, strands } of rows) byCase.set(caseId, [...new Set([...(byCase.get(caseId) ?? []), ...strands])])
  return byCase
}
