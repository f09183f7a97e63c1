import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { draft, idempotency } from '../../../db/schema/everyday.ts'
import type { Reading } from '../../domain/partnership/actor.ts'

type Asked = Reading

/** One draft of a report for each writer, whom nobody else can read. */
const FORM = 'report'
/** Marks the id of a draft whose form was saved, or that its writer threw away: what arrives later is not kept. */
const ENDED = 'report-draft'

function ofWriter({ actor }: Asked) {
  return and(eq(draft.agencyId, actor.agencyId), eq(draft.staffId, actor.staffId), eq(draft.form, FORM))
}

/** Keeps what has been typed so far; `fields` as sent by the form, by field name. */
export function saveReportDraft(args: Asked, fields: Record<string, string[]>): Promise<void> {
  const { agencyId, staffId } = args.actor
  return asActor(args.actor, async (tx) => {
    if (await hasEnded(tx, args, draftIdOf(fields))) return
    await tx
      .insert(draft)
      .values({ agencyId, staffId, form: FORM, fields, savedAt: args.now })
      .onConflictDoUpdate({
        target: [draft.agencyId, draft.staffId, draft.form],
        set: { fields, savedAt: args.now },
      })
  })
}

/** What was typed before, and when it was kept; null when there is nothing. */
export async function findDraft(tx: Tx, args: Asked) {
  const [kept] = await tx.select({ fields: draft.fields, savedAt: draft.savedAt }).from(draft).where(ofWriter(args))
  if (!kept) return null
  if (!(await hasEnded(tx, args, draftIdOf(kept.fields)))) return kept
  // It was written at the very moment in which its form was saved.
  await tx.delete(draft).where(ofWriter(args))
  return null
}

/**
 * Ends the draft of a form, inside the transaction that saves the form. Another form that the writer has open keeps its
 * draft.
 */
export async function endDraft(tx: Tx, args: Asked, draftId: string): Promise<void> {
  const [kept] = await tx.select({ fields: draft.fields }).from(draft).where(ofWriter(args))
  const keptId = kept && draftIdOf(kept.fields)
  const key = z.uuid().safeParse(draftId).data ?? null
  if (key !== null) await markEnded(tx, args, key)
  if (!keptId || key === null || keptId === key) await tx.delete(draft).where(ofWriter(args))
}

/** Throws the draft away because its writer starts afresh. */
export function discardReportDraft(args: Asked): Promise<void> {
  return asActor(args.actor, async (tx) => {
    const kept = await findDraft(tx, args)
    const draftId = kept && draftIdOf(kept.fields)
    if (draftId) await markEnded(tx, args, draftId)
    await tx.delete(draft).where(ofWriter(args))
  })
}

function draftIdOf(fields: Record<string, string[]>): string | null {
  return z.uuid().safeParse(fields.draftId?.[0]).data ?? null
}

async function markEnded(tx: Tx, { actor }: Asked, key: string): Promise<void> {
  const { agencyId, staffId } = actor
  await tx.insert(idempotency).values({ agencyId, staffId, action: ENDED, key, bodyHash: '' }).onConflictDoNothing()
}

async function hasEnded(tx: Tx, { actor }: Asked, key: string | null): Promise<boolean> {
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
