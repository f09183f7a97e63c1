import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { actionPlan } from '../../../db/schema/action-plan.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { staff } from '../../../db/schema/staff.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { PlannedAction } from '../../domain/plans/plan-content.ts'
import { planVersionOf, readPlanRows, readSignatures } from './plan-rows.server.ts'

/** A person of the agency as a paper names them. */
export interface NamedWorker {
  staffId: string
  name: string
  phone: string
}

export type PlanForPaper = NonNullable<Awaited<ReturnType<typeof readPlanForPaper>>>

/**
 * Everything that a paper says of one version of a plan: all texts, names and signatures. The agreed version unless
 * `planId` names another; null where there is none.
 */
export async function readPlanForPaper(tx: Tx, actor: Pick<Actor, 'agencyId'>, caseId: string, planId?: string) {
  const which = planId ? eq(actionPlan.planId, planId) : eq(actionPlan.state, 'agreed')
  const [row] = await readPlanRows(tx, actor, and(eq(actionPlan.caseId, caseId), which))
  if (!row) return null
  const [signatures, [file]] = await Promise.all([
    readSignatures(tx, actor, [row.planId]),
    tx
      .select({
        reference: caseFile.reference,
        caseWorkerId: caseFile.caseWorkerId,
        caseAlternativeId: caseFile.alternativeContactId,
      })
      .from(caseFile)
      .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId))),
  ])
  const version = planVersionOf(row, signatures)
  const { actions, contact, alternativeContactId, clientAnswer } = version.content
  const caseWorkerId = file?.caseWorkerId ?? null
  // The case may have got another one since the plan was agreed (I6).
  const askForId = row.state === 'agreed' ? (file?.caseAlternativeId ?? null) : alternativeContactId
  const people = await readPeople(tx, actor, [
    caseWorkerId,
    alternativeContactId,
    askForId,
    contact?.staffId ?? null,
    ...actions.map(({ staffId }) => staffId),
    ...signatures.map(({ recordedBy }) => recordedBy),
  ])
  const person = (staffId: string | null) => (staffId === null ? null : (people.get(staffId) ?? null))
  const withWorker = (action: PlannedAction) => ({ ...action, worker: person(action.staffId) })
  return {
    reference: file?.reference ?? '',
    planId: row.planId,
    version: row.version,
    state: row.state,
    fingerprint: version.fingerprint,
    agreedAt: row.agreedAt,
    agreedWay: row.agreedWay,
    ourActions: actions.filter(({ owner }) => owner === 'agency').map(withWorker),
    clientActions: actions.filter(({ owner }) => owner === 'client'),
    clientAnswer,
    contact: contact && { ...contact, worker: person(contact.staffId) },
    caseWorker: person(caseWorkerId),
    /** As it was signed. */
    alternativeContact: person(alternativeContactId),
    /** Whom the client asks for now if they cannot reach the case worker. */
    alternativeNow: person(askForId),
    // Only those of this text: a draft that changed keeps signatures that no longer count.
    signatures: signatures
      .filter(({ fingerprint }) => fingerprint === version.fingerprint)
      .map(({ agencyId: _, ...signature }) => ({
        ...signature,
        recordedByName: person(signature.recordedBy)?.name ?? '',
      })),
  }
}

async function readPeople(tx: Tx, { agencyId }: Pick<Actor, 'agencyId'>, ids: (string | null)[]) {
  const staffIds = [...new Set(ids.filter((id) => id !== null))]
  if (staffIds.length === 0) return new Map<string, NamedWorker>()
  const rows = await tx
    .select({ staffId: staff.staffId, name: staff.name, phone: staff.phone })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), inArray(staff.staffId, staffIds)))
  return new Map<string, NamedWorker>(rows.map((row) => [row.staffId, row]))
}
