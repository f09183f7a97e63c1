import { and, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { repair } from '../../../db/schema/repair.ts'
import { clock } from '../../../db/schema/timeline.ts'
import { placeOf } from '../../domain/lists/cursor.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import { REPAIR_STATES, repairState } from '../../domain/repairs/repair.ts'
import { REPAIR_KINDS } from '../../domain/repairs/repair-kind.ts'
import { isBeyond, isoOf, type KeyColumn, orderBy } from '../../facts/lists/keyset.server.ts'
import { countRows, type PartOfList, readPage, takePart } from '../../facts/lists/read-page.server.ts'
import { readForExport } from '../../timeline/read-for-export.server.ts'
import { type Countdown, countdownOf, isClockOf } from './read-repair.server.ts'
import { REPAIRS_KEYS, type RepairList, type RepairsQuery } from './repairs-query.ts'

/** One line of a list. The client's name is left out: a repair needs only the place and the reference. */
export interface ListedRepair {
  repairId: string
  caseId: string
  reference: string
  kind: string
  damage: string
  place: string
  state: string
  countdown: Countdown
  /** ISO 8601. */
  reportedAt: string
  dueAt: string
}

const EXPORTED_AT_MOST = 1_000

/** The agency's repairs and graffiti in one state: one page, with what is due first on top. */
export type ListedRepairs = Awaited<ReturnType<typeof listRepairs>>

export async function listRepairs(reading: Reading, query: RepairsQuery) {
  return asActor(reading.actor, async (tx) => {
    const where = whereOf(reading, query)
    const page = await readPage(query, {
      counted: await countRows(tx, repair, where),
      select: (part) => takePart(selectRows(tx, where, query.list, part), part),
      placeOfRow: ({ at, row }) => placeOf([at, row.repairId]),
    })
    return { ...page, rows: page.rows.map((found) => asListed(found, reading.now)) }
  })
}

/** All pages of the list, for a spreadsheet. */
export async function exportRepairs(reading: Reading, query: RepairsQuery): Promise<ListedRepair[]> {
  const first = { cursor: null, isAscending: true, limit: EXPORTED_AT_MOST, offset: 0 }
  const rows = await readForExport(reading, (tx) =>
    takePart(selectRows(tx, whereOf(reading, query), query.list, first), first),
  )
  return rows.map((found) => asListed(found, reading.now))
}

/** The repairs and graffiti of one case, those that still run first. */
export async function listRepairsOfCase(tx: Tx, { actor, now }: Reading, caseId: string): Promise<ListedRepair[]> {
  const ofCase = and(eq(repair.agencyId, actor.agencyId), eq(repair.caseId, caseId))
  const runs = sql`${repair.errorAt} is null and ${repair.completedAt} is null and ${repair.exceptedAt} is null`
  const rows = await selectFrom(tx).where(ofCase).orderBy(sql`${runs} desc`, repair.dueAt, repair.repairId)
  return rows.map((found) => asListed(found, now))
}

function selectFrom(tx: Tx) {
  return tx
    .select({ row: repair, clock, reference: caseFile.reference, at: sql<string>`${isoOf(sql`${repair.dueAt}`)}` })
    .from(repair)
    .innerJoin(caseFile, and(eq(caseFile.agencyId, repair.agencyId), eq(caseFile.caseId, repair.caseId)))
    .innerJoin(clock, isClockOf())
}

function selectRows(tx: Tx, where: SQL | undefined, list: RepairList, { cursor, isAscending }: PartOfList) {
  const [instant, id] = REPAIRS_KEYS
  const columns: KeyColumn[] = [
    { column: sql`${repair.dueAt}`, kind: instant },
    { column: sql`${repair.repairId}`, kind: id },
  ]
  const upwards = (list === 'running') === isAscending
  return selectFrom(tx)
    .where(and(where, cursor ? isBeyond(columns, cursor, upwards) : undefined))
    .orderBy(orderBy(columns, upwards))
}

const IS_IN: Record<RepairList, () => SQL | undefined> = {
  running: () => and(isNull(repair.completedAt), isNull(repair.exceptedAt)),
  excepted: () => isNotNull(repair.exceptedAt),
  done: () => isNotNull(repair.completedAt),
}

function whereOf({ actor, now }: { actor: Actor; now: Date }, { list, kind, late, unassigned }: RepairsQuery) {
  return and(
    eq(repair.agencyId, actor.agencyId),
    isNull(repair.errorAt),
    IS_IN[list](),
    kind ? eq(repair.kind, kind) : undefined,
    late ? lt(repair.dueAt, now) : undefined,
    unassigned ? isNull(repair.assignedAt) : undefined,
  )
}

type Found = Awaited<ReturnType<typeof selectFrom>>[number]

function asListed({ row, clock: of, reference }: Found, now: Date): ListedRepair {
  const { repairId, caseId, kind, damage, place, reportedAt, dueAt, assignedTo } = row
  const state = repairState(row)
  return {
    ...{ repairId, caseId, reference, damage, place },
    kind: REPAIR_KINDS[kind].label,
    state: state === 'assigned' ? `${REPAIR_STATES[state].label}: ${assignedTo}` : REPAIR_STATES[state].label,
    countdown: countdownOf(of, now),
    reportedAt: reportedAt.toISOString(),
    dueAt: dueAt.toISOString(),
  }
}
