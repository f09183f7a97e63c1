import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { draft, idempotency } from '../../../db/schema/everyday.ts'
import type { Reading } from '../../domain/partnership/actor.ts'

/** One draft of a report for each writer, whom nobody else can read. */
const FORM = 'report'
/** Marks the id of a draft whose form was saved, or that its writer threw away: what arrives later is not kept. */
const ENDED = 'report-draft'

function ofWriter({ actor }: Reading) {
  return and(eq(draft.agencyId, actor.agencyId), eq(draft.staffId, actor.staffId), eq(draft.form, FORM))
}

/** Keeps what has been typed so far; `fields` as sent by the form, by field name. */
export function saveReportDraft(reading: Reading, fields: Record<string, string[]>): Promise<void> {
  const { agencyId, staffId } = reading.actor
  return asActor(reading.actor, async (tx) => {
    if (await hasEnded(tx, reading, draftIdOf(fields))) return
    await tx
      .insert(draft)
      .values({ agencyId, staffId, form: FORM, fields, savedAt: reading.now })
      .onConflictDoUpdate({
        target: [draft.agencyId, draft.staffId, draft.form],
        set: { fields, savedAt: reading.now },
      })
  })
}

/** What was typed before, and when it was kept; null when there is nothing. */
export async function findDraft(tx: Tx, reading: Reading) {
  const [kept] = await tx.select({ fields: draft.fields, savedAt: draft.savedAt }).from(draft).where(ofWriter(reading))
  if (!kept) return null
  if (!(await hasEnded(tx, reading, draftIdOf(kept.fields)))) return kept
  // It was written at the very moment in which its form was saved.
  await tx.delete(draft).where(ofWriter(reading))
  return null
}

/**
 * Ends the draft of a form, inside the transaction that saves the form. Another form that the writer has open keeps its
 * draft.
 */
export async function endDraft(tx: Tx, reading: Reading, draftId: string): Promise<void> {
  const [kept] = await tx.select({ fields: draft.fields }).from(draft).where(ofWriter(reading))
  const keptId = kept && draftIdOf(kept.fields)
  const key = z.uuid().safeParse(draftId).data ?? null
  if (key !== null) await markEnded(tx, reading, key)
  if (!keptId || key === null || keptId === key) await tx.delete(draft).where(ofWriter(reading))
}

/** Throws the draft away because its writer starts afresh. */
export function discardReportDraft(reading: Reading): Promise<void> {
  return asActor(reading.actor, async (tx) => {
    const kept = await findDraft(tx, reading)
    const draftId = kept && draftIdOf(kept.fields)
    if (draftId) await markEnded(tx, reading, draftId)
    await tx.delete(draft).where(ofWriter(reading))
  })
}

function draftIdOf(fields: Record<string, string[]>): string | null {
  return z.uuid().safeParse(fields.draftId?.[0]).data ?? null
}

async function markEnded(tx: Tx, { actor }: Reading, key: string): Promise<void> {
  const { agencyId, staffId } = actor
  await tx.insert(idempotency).values({ agencyId, staffId, action: ENDED, key, bodyHash: '' }).onConflictDoNothing()
}

async function hasEnded(tx: Tx, { actor }: Reading, key: string | null): Promise<boolean> {
  if (key === null) return false
  const [ended] = await tx
    .select({ key: idempotency.key })
    .from(idempotency)
    .where(
      and(
        eq(idempotency.agencyId, actor.agencyId),
        eq(idempotency.staffId, actor.staffId),
        eq(idempotency.action, ENDED),
        eq(idempotency.key, key),
      ),
    )
  return ended !== undefined
}
