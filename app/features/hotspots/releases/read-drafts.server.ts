import { desc, eq, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { hotspotDraft } from '../../../../db/schema/hotspot.ts'
import type { ReleaseBody } from '../../../domain/hotspots/release/release-body.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

export type Draft = typeof hotspotDraft.$inferSelect

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

/** What a proposed release would publish; null for people who may not decide on it. */
export async function readProposedBody(tx: Tx, releaseId: string): Promise<ReleaseBody | null> {
  const [row] = await tx.execute<{ body: string | null }>(sql`select app.proposed_body(${releaseId}) as body`)
  return row?.body ? (JSON.parse(row.body) as ReleaseBody) : null
}
