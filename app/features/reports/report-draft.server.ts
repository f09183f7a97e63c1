import { and, eq } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { draft } from '../../../db/schema/everyday.ts'
import type { Asking } from '../../domain/actor.ts'

type Asked = Omit<Asking, 'key'>

/** One draft of a report for each writer, whom nobody else can read. */
const FORM = 'report'

function ofWriter({ actor }: Asked) {
  return and(eq(draft.agencyId, actor.agencyId), eq(draft.staffId, actor.staffId), eq(draft.form, FORM))
}

/** Keeps what has been typed so far; `fields` as sent by the form, by field name. */
export function saveReportDraft(asked: Asked, fields: Record<string, string[]>): Promise<void> {
  const { agencyId, staffId } = asked.actor
  return asActor(asked.actor, async (tx) => {
    await tx
      .insert(draft)
      .values({ agencyId, staffId, form: FORM, fields, savedAt: asked.now })
      .onConflictDoUpdate({
        target: [draft.agencyId, draft.staffId, draft.form],
        set: { fields, savedAt: asked.now },
      })
  })
}

/** What was typed before, and when it was kept; null when there is nothing. */
export async function findDraft(tx: Tx, asked: Asked) {
  const [kept] = await tx.select({ fields: draft.fields, savedAt: draft.savedAt }).from(draft).where(ofWriter(asked))
  return kept ?? null
}

/** Throws the draft away, inside the transaction that saved the report. */
export async function discardDraft(tx: Tx, asked: Asked): Promise<void> {
  await tx.delete(draft).where(ofWriter(asked))
}

/** Throws the draft away because its writer starts afresh. */
export function discardReportDraft(asked: Asked): Promise<void> {
  return asActor(asked.actor, (tx) => discardDraft(tx, asked))
}
