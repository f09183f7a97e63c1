import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { repair } from '../../../db/schema/repair.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { type RepairState, repairState } from '../../domain/repairs/repair.ts'
import type { RepairKind } from '../../domain/repairs/repair-kind.ts'

interface RepairOfCase {
  repairId: string
  kind: RepairKind
  damage: string
  reportedAt: Date
  dueAt: Date
  completedAt: Date | null
  state: RepairState
}

/** The repairs and graffiti of a case (R8), the oldest first. Those entered in error are among them. */
export async function readRepairsOfCase(
  tx: Tx,
  { agencyId }: Pick<Actor, 'agencyId'>,
  caseId: string,
): Promise<RepairOfCase[]> {
  const rows = await tx
    .select()
    .from(repair)
    .where(and(eq(repair.agencyId, agencyId), eq(repair.caseId, caseId)))
    .orderBy(asc(repair.reportedAt), asc(repair.repairId))
  return rows.map((row) => {
    const { repairId, kind, damage, reportedAt, dueAt, completedAt } = row
    return { repairId, kind, damage, reportedAt, dueAt, completedAt, state: repairState(row) }
  })
}
