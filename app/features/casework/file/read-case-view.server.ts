import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../../db/as-actor.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, client, incident } from '../../../../db/schema/case-file.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { ifMay } from '../../../access/ability.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { withClockActions } from '../standards/clock-actions.server.ts'
import { shownClocks } from '../standards/shown-clock.ts'
import { caseActionsOf } from './case-actions.server.ts'

const worker = alias(staff, 'worker')
const alternative = alias(staff, 'alternative')
const taker = alias(staff, 'taker')

/** The facts shown on each page of a case: the client, how to reach them, and the deadlines. */
export type CaseView = NonNullable<Awaited<ReturnType<typeof readCaseView>>>

/** What every page of a case shows: the client, how to reach them, and the deadlines. Null if the actor may not see it. */
export async function readCaseView(tx: Tx, { actor, now }: Reading, caseId: string) {
  const [[found], clocks, calendar] = await Promise.all([
    selectCase(tx, actor, caseId),
    tx
      .select()
      .from(clock)
      .where(and(eq(clock.agencyId, actor.agencyId), eq(clock.caseId, caseId)))
      .orderBy(asc(clock.dueAt)),
    readCalendar(tx),
  ])
  if (!found || !ifMay(actor, 'select', 'caseFile', found.file)) return null
  const { file, ...rest } = found
  const shown = shownClocks(clocks, calendar, now)
  return { ...file, ...rest, clocks: withClockActions(actor, clocks, shown, now), actions: caseActionsOf(actor, file) }
}

function selectCase(tx: Tx, { agencyId }: Actor, caseId: string) {
  return tx
    .select({
      file: caseFile,
      client,
      worker: { staffId: worker.staffId, name: worker.name, phone: worker.phone },
      alternative: { staffId: alternative.staffId, name: alternative.name, phone: alternative.phone },
      takenBy: taker.name,
      agency: { kind: agency.kind, investigates: agency.investigates },
      incidents: sql<number>`(select count(*)::int from ${incident}
        where ${incident.agencyId} = ${caseFile.agencyId} and ${incident.caseId} = ${caseFile.caseId})`,
    })
    .from(caseFile)
    .innerJoin(agency, eq(agency.agencyId, caseFile.agencyId))
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .leftJoin(worker, and(eq(worker.agencyId, caseFile.agencyId), eq(worker.staffId, caseFile.caseWorkerId)))
    .leftJoin(
      alternative,
      and(eq(alternative.agencyId, caseFile.agencyId), eq(alternative.staffId, caseFile.alternativeContactId)),
    )
    .leftJoin(taker, and(eq(taker.agencyId, caseFile.agencyId), eq(taker.staffId, caseFile.receivedBy)))
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
}
