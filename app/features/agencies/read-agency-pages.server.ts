import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { ifMay } from '../../access/ability.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import { findDraft, listDraftPages } from '../../facts/drafts.server.ts'
import { type ListedPage, listPages } from '../../forms/multi-page/form-page.ts'
import { findPage } from '../../forms/multi-page/page-input.server.ts'
import { AGENCY_FORM } from './agency-pages.server.ts'

/** The pages for changing an agency, with their progress; null for people who may not change it. */
export function readAgencyPages(
  reading: Reading,
  agencyId: string,
): Promise<{ agencyId: string; name: string; pages: ListedPage[] } | null> {
  return asActor(reading.actor, async (tx) => {
    const row = await findChangeable(tx, reading.actor, agencyId)
    if (!row) return null
    const drafts = await listDraftPages(tx, reading, { form: 'change-agency', subject: agencyId })
    return { agencyId, name: row.name, pages: listPages(AGENCY_FORM.pages, row, drafts) }
  })
}

/**
 * One of these pages, with the saved values and this writer's draft; null for people who may not change the agency.
 * @throws Response 404 for a page that does not exist
 */
export function readAgencyPage(reading: Reading, agencyId: string, id: string | undefined) {
  const page = findPage(AGENCY_FORM, id)
  return asActor(reading.actor, async (tx) => {
    const row = await findChangeable(tx, reading.actor, agencyId)
    if (!row) return null
    return {
      agencyId,
      name: row.name,
      page: page.id,
      title: page.title,
      parts: page.parts(row),
      saved: page.answers(row),
      draft: await findDraft(tx, reading, { form: 'change-agency', subject: agencyId, page: page.id }),
      idempotencyKey: randomUUID(),
      now: reading.now.toISOString(),
    }
  })
}

async function findChangeable(tx: Tx, actor: Actor, agencyId: string) {
  const [row] = await tx.select().from(agency).where(eq(agency.agencyId, agencyId))
  return ifMay(actor, 'update', 'agency', row)
}
