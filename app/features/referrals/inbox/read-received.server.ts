import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { referral, referralNote, referralPackage, referralStep } from '../../../../db/schema/referral.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { ifMay, permissionsOf } from '../../../access/ability.ts'
import { orNotFound } from '../../../access/require.server.ts'
import { unsafeContactInWords } from '../../../domain/cases/unsafe-contact.ts'
import { DATA_CATEGORIES, OFFERED_CATEGORY_IDS } from '../../../domain/consents/data-category.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { canAmend } from '../../../domain/referrals/referral-amendment.ts'
import { dueStatus } from '../../../domain/referrals/referral-due.ts'
import { clientToStopContacting, movesFor, packageSeenByRecipient } from '../../../domain/referrals/referral-move.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { trackOf } from '../track-referral.ts'

/**
 * All that the recipient sees of one referral: the package while it is shown, both sides' steps, and its own notes.
 * Reading it is logged.
 * @throws Response 404 for a referral not sent to this agency
 */
export async function readReceived({ actor, now }: Reading, referralId: string) {
  return asActor(actor, async (tx) => {
    const row = orNotFound(await findReceived(tx, actor, referralId))
    const shown = packageSeenByRecipient(row)
    const steps = await readSteps(tx, actor, referralId, shown)
    const [sender, suggested, workerName, notes, versions] = [
      await readAgency(tx, row.fromAgencyId),
      row.suggestedAgencyId ? await readAgency(tx, row.suggestedAgencyId) : null,
      row.recipientWorkerId ? await nameOfStaff(tx, actor, row.recipientWorkerId) : null,
      await readNotes(tx, actor, referralId),
      shown ? await readVersions(tx, actor, referralId) : [],
    ]
    const seen = { what: 'referral' as const, referralId }
    await recordEvent(tx, { actor, now }, { kind: 'record-consulted', subjectId: referralId, data: seen })
    const own = await readAgency(tx, actor.agencyId)
    const track = trackOf({ ...row, decidedByName: sender.name, toAgencyName: own.name }, steps, now)
    const [current = null, ...earlier] = versions
    return { ...shownOf(row, actor, now), sender, suggested, workerName, steps, track, notes, current, earlier }
  })
}

export type ReceivedReferral = Awaited<ReturnType<typeof readReceived>>

type Row = typeof referral.$inferSelect

function shownOf(row: Row, actor: Actor, now: Date) {
  const { referralId, reference, state, lane, version, purpose, serious, byOverride, overrideGround } = row
  const { reason, outcome, sentAt, hiddenAt } = row
  const mayMove = permissionsOf(actor).may('update', 'referral', row)
  return {
    ...{ referralId, reference, state, lane, version, purpose, serious, byOverride, overrideGround, reason, outcome },
    sentAt: (sentAt ?? row.decidedAt).toISOString(),
    dueAt: row.dueAt.toISOString(),
    dueStatus: dueStatus(row, now),
    hiddenAt: hiddenAt?.toISOString() ?? null,
    stopContact: mayMove ? clientToStopContacting(row) : null,
    moves: mayMove ? movesFor(state, 'recipient') : [],
  }
}

/** The referral, if it was sent to this agency; locked if `purpose` is 'to change'. */
export async function findReceived(
  tx: Tx,
  actor: Actor,
  referralId: string,
  purpose: 'to read' | 'to change' = 'to read',
): Promise<Row | undefined> {
  const found = tx
    .select()
    .from(referral)
    .where(
      and(eq(referral.referralId, referralId), eq(referral.toAgencyId, actor.agencyId), isNotNull(referral.sentAt)),
    )
  const isToChange = purpose === 'to change'
  const [row] = await (isToChange ? found.for('update') : found)
  return ifMay(actor, isToChange ? 'update' : 'select', 'referral', row)
}

async function readAgency(tx: Tx, agencyId: string) {
  const { name, dutyPhone, dutyEmail, hours } = agency
  const [row] = await tx
    .select({ agencyId: agency.agencyId, name, dutyPhone, dutyEmail, hours })
    .from(agency)
    .where(eq(agency.agencyId, agencyId))
  return orNotFound(row)
}

async function nameOfStaff(tx: Tx, { agencyId }: Actor, staffId: string): Promise<string | null> {
  const [row] = await tx
    .select({ name: staff.name })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId)))
  return row?.name ?? null
}

/** The sender's words about the client are hidden together with the package. */
async function readSteps(tx: Tx, actor: Actor, referralId: string, shown: boolean) {
  const { agencyId } = actor
  const rows = await tx
    .select({ step: referralStep, agencyName: agency.name })
    .from(referralStep)
    .innerJoin(agency, eq(agency.agencyId, referralStep.byAgencyId))
    .where(
      and(
        eq(referralStep.toAgencyId, agencyId),
        eq(referralStep.referralId, referralId),
        eq(referralStep.shared, true),
      ),
    )
    .orderBy(asc(referralStep.recordedAt), asc(referralStep.movedAt))
  return rows.map(({ step, agencyName }) => {
    const { stepId, move, reason, message, nextTryOn, byName, byAgencyId, errorReason, errorAt, replacesStepId } = step
    const ours = byAgencyId === agencyId
    return {
      ...{ stepId, move, reason, nextTryOn, byName, agencyName, ours, errorReason, replacesStepId },
      message: ours || shown ? message : '',
      unsafe: unsafeContactInWords(step.unsafeAnswers, step.unsafeReason),
      movedAt: step.movedAt.toISOString(),
      recordedAt: step.recordedAt.toISOString(),
      inError: errorAt !== null,
      amendable: permissionsOf(actor).may('update', 'referralStep', step) && canAmend({ move, errorAt }),
    }
  })
}

export type ReceivedStep = Awaited<ReturnType<typeof readSteps>>[number]

/** Newest version first. Categories that were not shared are named, so that nobody takes them for an oversight. */
async function readVersions(tx: Tx, { agencyId }: Actor, referralId: string) {
  const rows = await tx
    .select()
    .from(referralPackage)
    .where(and(eq(referralPackage.toAgencyId, agencyId), eq(referralPackage.referralId, referralId)))
    .orderBy(desc(referralPackage.version))
  return rows.map(({ version, categories, content, clientName, risk, sharedAt, sharedByName, amendmentReason }) => ({
    ...{ version, content, clientName, risk, sharedByName, amendmentReason },
    sharedAt: sharedAt.toISOString(),
    notShared: OFFERED_CATEGORY_IDS.filter((id) => !categories.includes(id)).map((id) => DATA_CATEGORIES[id].label),
  }))
}

export type SharedVersion = Awaited<ReturnType<typeof readVersions>>[number]

async function readNotes(tx: Tx, { agencyId }: Actor, referralId: string) {
  const rows = await tx
    .select({
      noteId: referralNote.noteId,
      note: referralNote.note,
      notedAt: referralNote.notedAt,
      byName: staff.name,
    })
    .from(referralNote)
    .innerJoin(staff, and(eq(staff.agencyId, referralNote.agencyId), eq(staff.staffId, referralNote.staffId)))
    .where(and(eq(referralNote.agencyId, agencyId), eq(referralNote.referralId, referralId)))
    .orderBy(desc(referralNote.notedAt))
  return rows.map((row) => ({ ...row, notedAt: row.notedAt.toISOString() }))
}
