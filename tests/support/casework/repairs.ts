import { type AssignRepairInput, assignRepairInput } from '../../../app/features/repairs/assign-repair.server.ts'
import {
  type CompleteRepairInput,
  completeRepair,
  completeRepairInput,
} from '../../../app/features/repairs/complete-repair.server.ts'
import type { SeenRepair } from '../../../app/features/repairs/lock-repair.server.ts'
import {
  type ReportRepairInput,
  reportRepair,
  reportRepairInput,
} from '../../../app/features/repairs/report-repair.server.ts'
import { allocatedCase, allowed } from '../cases.ts'
import { asking, MONDAY_MORNING, type Person, type World } from '../world.ts'

interface Given extends Partial<ReportRepairInput> {
  now?: Date
}

/** A broken door, reported when this is recorded. With `kind: 'graffiti'` it is a slur on a wall. */
export async function reportedRepair(worker: Person, { now = MONDAY_MORNING, ...given }: Given = {}) {
  const caseId = given.caseId ?? (await allocatedCase(worker, { now })).caseId
  const input = reportRepairInput.parse({ kind: given.kind ?? 'repair', damage: 'The front door does not lock.' })
  const { repairId } = allowed(await reportRepair(asking(worker, now), { ...input, ...given, caseId }))
  return { caseId, repairId }
}

/** The repair as a page shows it now, to send with a form about it. */
export async function seenRepair(
  { admin }: World,
  { caseId, repairId }: { caseId: string; repairId: string },
): Promise<SeenRepair> {
  const [row] = await admin<{ at: Date }[]>`select changed_at as at from repair where repair_id = ${repairId}`
  return { caseId, repairId, seenVersion: row?.at.toISOString() ?? '' }
}

export function completionInput(seen: SeenRepair, given: Partial<CompleteRepairInput> = {}): CompleteRepairInput {
  return { ...completeRepairInput.parse({ ...seen, result: 'made_safe' }), ...seen, ...given }
}

/** A repair that its worker made safe at once, or at another time. */
export async function completedRepair(world: World, worker: Person, given: { now?: Date; completedAt?: Date } = {}) {
  const { now = MONDAY_MORNING, completedAt = null } = given
  const reported = await reportedRepair(worker, { now })
  const input = completionInput(await seenRepair(world, reported), { completedAt })
  allowed(await completeRepair(asking(worker, now), input))
  return reported
}

/** The clock of a repair or of graffiti. */
export async function clockOfRepair({ admin }: World, repairId: string) {
  const [clock] = await admin`select clause, state, started_at, due_at, kept_at, reason from clock
    where subject_id = ${repairId}`
  return clock
}

export function assignmentInput(seen: SeenRepair, given: Partial<AssignRepairInput> = {}): AssignRepairInput {
  const input = assignRepairInput.parse({ ...seen, assignedTo: 'Quayside Locksmiths', clientWish: 'agreed' })
  return { ...input, ...seen, ...given }
}
