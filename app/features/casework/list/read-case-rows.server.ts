import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { caseFile, client, contact, incident } from '../../../../db/schema/case-file.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { permissionsOf } from '../../../access/ability.ts'
import type { StrandId } from '../../../domain/cases/strand.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { clockStatus } from '../../../domain/standards/clock.ts'
import { getStandard } from '../../../domain/standards/service-standard.ts'
import type { ListedCase, ListedStage } from './listed-case.ts'

/** The rows of a list for these cases, in the same order. */
export async function readCaseRows(tx: Tx, reading: Reading, caseIds: string[]): Promise<ListedCase[]> {
  if (caseIds.length === 0) return []
  const [rows, due, strands] = await Promise.all([
    selectRows(tx, reading.actor, caseIds),
    readDue(tx, reading, caseIds),
    readStrands(tx, reading.actor, caseIds),
  ])
  const byId = new Map(rows.map((row) => [row.caseId, row]))
  return caseIds.flatMap((caseId) => {
    const row = byId.get(caseId)
    if (!row) return []
    const { file, ...shown } = row
    const allocation = allocationOf(reading.actor, file)
    return [{ ...shown, allocation, strands: strands.get(caseId) ?? [], due: due.get(caseId) ?? null }]
  })
}

function allocationOf(actor: Actor, file: { agencyId: string; caseWorkerId: string | null }) {
  const { may } = permissionsOf(actor)
  if (!may('take', 'caseFile', file)) return null
  return may('allocate', 'caseFile', file) ? ('allocate' as const) : ('take' as const)
}

/** The furthest stage that the case has reached. */
const STAGE = sql<ListedStage>`case
  when ${caseFile.stage} = 'closed' then 'closed'
  when exists (select 1 from ${referralOrigin} join ${referral} using (referral_id)
    where ${referralOrigin.agencyId} = ${caseFile.agencyId} and ${referralOrigin.caseId} = ${caseFile.caseId}
      and ${referral.sentAt} is not null) then 'referred'
  when exists (select 1 from ${contact} where ${contact.agencyId} = ${caseFile.agencyId}
    and ${contact.caseId} = ${caseFile.caseId} and ${contact.succeeded} and ${contact.errorAt} is null) then 'in_contact'
  when ${caseFile.caseWorkerId} is not null then 'to_contact'
  else 'new' end`

function selectRows(tx: Tx, { agencyId }: Actor, caseIds: string[]) {
  return tx
    .select({
      caseId: caseFile.caseId,
      file: { agencyId: caseFile.agencyId, caseWorkerId: caseFile.caseWorkerId },
      reference: caseFile.reference,
      clientName: client.name,
      workerName: staff.name,
      serious: caseFile.serious,
      risk: caseFile.risk,
      safeTimes: sql<string>`coalesce(${client.safeContact} ->> 'safeTimes', '')`,
      stage: STAGE,
      contactPossible: sql<boolean>`${caseFile.contactability} = 'possible'`,
      receivedAt: caseFile.receivedAt,
      returnedToQueueAt: caseFile.returnedToQueueAt,
    })
    .from(caseFile)
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .leftJoin(staff, and(eq(staff.agencyId, caseFile.agencyId), eq(staff.staffId, caseFile.caseWorkerId)))
    .where(and(eq(caseFile.agencyId, agencyId), inArray(caseFile.caseId, caseIds)))
}

async function readDue(tx: Tx, { actor, now }: Reading, caseIds: string[]) {
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
