import { desc, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { hotspotDraft } from '../../../db/schema/hotspot.ts'
import type { Actor } from '../../domain/actor.ts'

export type Draft = typeof hotspotDraft.$inferSelect

/** Everything that was ever asked for, the newest period first. */
export function listDrafts(actor: Actor): Promise<Draft[]> {
  return asActor(actor, (tx) =>
    tx.select().from(hotspotDraft).orderBy(desc(hotspotDraft.closesAt), desc(hotspotDraft.askedAt)),
  )
}

export async function readDraft(actor: Actor, releaseId: string): Promise<Draft | undefined> {
  const [draft] = await asActor(actor, (tx) =>
    tx.select().from(hotspotDraft).where(eq(hotspotDraft.releaseId, releaseId)),
  )
  return draft
}
