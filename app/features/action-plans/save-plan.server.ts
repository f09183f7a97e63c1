import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { actionPlan } from '../../../db/schema/action-plan.ts'
import { ifMay, mayInsert } from '../../access/ability.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { withActionIds } from '../../domain/plans/plan-action.ts'
import type { PlanContent } from '../../domain/plans/plan-content.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { readPlanSetting } from '../../facts/casework/plan-of-case.server.ts'
import { endDraft } from '../../facts/drafts.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { checkAgreedWay, type UnsafeWayAgreed } from './check-agreed-way.server.ts'
import { type LockedPlan, type LockPlanRefusal, lockPlan, seenOf } from './lock-plan.server.ts'
import { type SavePlanInput, typedActions, typedContact } from './plan-entries.server.ts'

export type SavePlanRefusal =
  | LockPlanRefusal
  | { kind: 'plan-changed' }
  | { kind: 'no-agency-action' }
  | { kind: 'worker-left'; field: string }
  | { kind: 'is-the-case-worker' }
  | UnsafeWayAgreed

/**
 * Saves the draft of a plan (I3): starts the first version, changes the draft, or, where a version is agreed, starts the
 * next one. What was agreed stays in force until the next version is signed.
 */
export function savePlan(
  asking: Asking,
  input: SavePlanInput,
): Promise<Result<{ planId: string; version: number }, SavePlanRefusal | AlreadyDone>> {
  return writeOnce(asking, 'save-plan', input, (tx) => saveIn(tx, asking, input))
}

async function saveIn(
  tx: Tx,
  asking: Asking,
  input: SavePlanInput,
): Promise<Result<{ planId: string; version: number }, SavePlanRefusal>> {
  const { actor } = asking
  const { caseId } = input
  const locked = await lockPlan(tx, actor, caseId)
  if (!locked.ok) return locked
  const { draft, agreed } = locked.value
  const current = draft ?? agreed
  if (input.seen !== seenOf(current)) return refused({ kind: 'plan-changed' })
  const people = await checkPeople(tx, asking, input)
  if (!people.ok) return people
  const way = await checkAgreedWay(tx, actor, caseId, input.contactChannel)
  if (!way.ok) return way
  const content: PlanContent = {
    actions: withActionIds(typedActions(input), current?.actions ?? [], randomUUID),
    clientAnswer: input.clientAnswer,
    contact: typedContact(input),
    alternativeContactId: input.alternativeContactId || null,
  }
  const saved = draft
    ? await changeDraft(tx, asking, draft, content)
    : await startDraft(tx, asking, input, locked.value, content)
  if (!saved) return refused({ kind: 'not-found' })
  const change = draft ? 'changed' : agreed ? 'amended' : 'started'
  const data = { ...saved, change } as const
  await recordEvent(tx, asking, { kind: 'plan-drafted', data, caseId, subjectId: saved.planId })
  await endDraft(tx, asking, { form: 'action-plan', subject: caseId }, input.draftId)
  return done(saved)
}

/** The alternative contact is not the case worker (I6), and everyone named still works here. */
async function checkPeople(tx: Tx, { actor }: Asking, input: SavePlanInput): Promise<Result<null, SavePlanRefusal>> {
  const setting = await readPlanSetting(tx, actor, input.caseId)
  if (!setting) return refused({ kind: 'not-found' })
  if (input.ours.length === 0) return refused({ kind: 'no-agency-action' })
  const { alternativeContactId, contactBy } = input
  if (alternativeContactId && alternativeContactId === setting.caseWorkerId)
    return refused({ kind: 'is-the-case-worker' })
  const named = [
    ...input.ours.map(({ staffId }, at) => ({ field: `ours[${at}].staffId`, staffId })),
    { field: 'contactBy', staffId: contactBy },
    { field: 'alternativeContactId', staffId: alternativeContactId },
  ]
  const left = named.find(({ staffId }) => staffId && !setting.activeStaffIds.has(staffId))
  return left ? refused({ kind: 'worker-left', field: left.field }) : done(null)
}

async function startDraft(
  tx: Tx,
  { actor, now }: Asking,
  { caseId }: SavePlanInput,
  { agreed }: LockedPlan,
  content: PlanContent,
) {
  const { agencyId, staffId } = actor
  const version = (agreed?.version ?? 0) + 1
  const row = {
    ...{ agencyId, caseId, planId: randomUUID(), version, state: 'draft' as const },
    ...columnsOf(content),
    ...{ writtenBy: staffId, writtenAt: now, changedAt: now, supersededAt: null },
  }
  if (!mayInsert(actor, 'actionPlan', row)) return null
  await tx.insert(actionPlan).values(row)
  return { planId: row.planId, version }
}

async function changeDraft(tx: Tx, { actor, now }: Asking, draft: LockedPlan['draft'], content: PlanContent) {
  const row = ifMay(actor, 'update', 'actionPlan', draft)
  if (!row) return null
  await tx
    .update(actionPlan)
    .set({ ...columnsOf(content), revision: row.revision + 1, changedAt: now })
    .where(and(eq(actionPlan.agencyId, actor.agencyId), eq(actionPlan.planId, row.planId)))
  return { planId: row.planId, version: row.version }
}

function columnsOf({ actions, clientAnswer, contact, alternativeContactId }: PlanContent) {
  return {
    actions: [...actions],
    clientAnswer,
    contactEvery: contact?.count ?? null,
    contactUnit: contact?.unit ?? null,
    contactChannel: contact?.channel ?? null,
    contactBy: contact?.staffId ?? null,
    contactReason: contact?.reason ?? '',
    alternativeContactId,
  }
}
