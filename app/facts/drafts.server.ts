import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/as-actor.ts'
import { draft, idempotency } from '../../db/schema/everyday.ts'
import type { DraftKey } from '../domain/drafts/draft-form.ts'
import type { Reading } from '../domain/partnership/actor.ts'

/** Marks a draft's id as ended: its form was saved, or the writer deleted it. Late drafts are not stored. */
const ENDED = 'ended-draft'

type Fields = Record<string, string[]>

/** Answers that a person typed without saving the form. `filledWith` shows them again. */
interface UnsavedAnswers {
  fields: Fields
  savedAt: Date
}

function ofWriter({ actor }: Reading, { form, subject = '' }: DraftKey) {
  return and(
    eq(draft.agencyId, actor.agencyId),
    eq(draft.staffId, actor.staffId),
    eq(draft.form, form),
    eq(draft.subject, subject),
  )
}

function ofPage(reading: Reading, key: DraftKey) {
  return and(ofWriter(reading, key), eq(draft.page, key.page ?? ''))
}

/** Stores the unsaved answers, by field name as the form sends them; 'ended' and nothing stored if their form was sent. */
export async function saveDraft(
  tx: Tx,
  reading: Reading,
  { form, subject = '', page = '' }: DraftKey,
  fields: Fields,
): Promise<'saved' | 'ended'> {
  const { agencyId, staffId } = reading.actor
  if (await hasEnded(tx, reading, draftIdOf(fields))) return 'ended'
  await tx
    .insert(draft)
    .values({ agencyId, staffId, form, subject, page, fields, savedAt: reading.now })
    .onConflictDoUpdate({
      target: [draft.agencyId, draft.staffId, draft.form, draft.subject, draft.page],
      set: { fields, savedAt: reading.now },
    })
  return 'saved'
}

/** The unsaved answers with the time they were stored, or null. */
export async function findDraft(tx: Tx, reading: Reading, key: DraftKey): Promise<UnsavedAnswers | null> {
  const mine = ofPage(reading, key)
  const [kept] = await tx.select({ fields: draft.fields, savedAt: draft.savedAt }).from(draft).where(mine)
  if (!kept) return null
  if (!(await hasEnded(tx, reading, draftIdOf(kept.fields)))) return kept
  // The draft arrived while its form was being saved.
  await tx.delete(draft).where(mine)
  return null
}

/** The pages of a form that have unsaved answers. */
export async function listDraftPages(tx: Tx, reading: Reading, key: Omit<DraftKey, 'page'>): Promise<string[]> {
  const kept = await tx
    .select({ page: draft.page, fields: draft.fields })
    .from(draft)
    .where(ofWriter(reading, key))
    .orderBy(asc(draft.page))
  const pages: string[] = []
  for (const { page, fields } of kept) if (!(await hasEnded(tx, reading, draftIdOf(fields)))) pages.push(page)
  return pages
}

/** Deletes the draft in the transaction that saves its form. Another window's draft stays. */
export async function endDraft(tx: Tx, reading: Reading, key: DraftKey, draftId: string | undefined): Promise<void> {
  const [kept] = await tx.select({ fields: draft.fields }).from(draft).where(ofPage(reading, key))
  const keptId = kept ? draftIdOf(kept.fields) : null
  const endedId = z.uuid().safeParse(draftId).data ?? null
  if (endedId !== null) await markEnded(tx, reading, endedId)
  if (keptId === null || keptId === endedId) await tx.delete(draft).where(ofPage(reading, key))
}

/** Deletes a draft because its writer starts again. */
export async function discardDraft(tx: Tx, reading: Reading, key: DraftKey): Promise<void> {
  const kept = await findDraft(tx, reading, key)
  const draftId = kept && draftIdOf(kept.fields)
  if (draftId) await markEnded(tx, reading, draftId)
  await tx.delete(draft).where(ofPage(reading, key))
}

/** Deletes drafts that arrived while their form was being saved. Marks expire sooner than drafts, which would then reappear. */
export async function deleteEndedDrafts(tx: Tx, agencyId: string): Promise<void> {
  const mark = sql`select from ${idempotency} i where i.agency_id = ${draft.agencyId} and i.staff_id = ${draft.staffId}
    and i.action = ${ENDED} and i.key::text = ${draft.fields} -> 'draftId' ->> 0`
  await tx.delete(draft).where(and(eq(draft.agencyId, agencyId), sql`exists (${mark})`))
}

function draftIdOf(fields: Fields): string | null {
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
