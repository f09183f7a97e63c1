import { randomUUID } from 'node:crypto'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { findDraft } from '../../../facts/drafts.server.ts'
import { openCase } from '../file/read-case.server.ts'

/** The data for recording a contact, with this writer's draft; null if the client must not be contacted. */
export async function readContactForm(reading: Reading, caseId: string) {
  const page = await openCase(reading, caseId, async (tx) => ({
    draft: await findDraft(tx, reading, { form: 'record-contact', subject: caseId }),
  }))
  if (page?.view.contactability !== 'possible') return null
  const keys = { quick: randomUUID(), full: randomUUID() }
  return { view: page.view, draft: page.part.draft, keys, now: reading.now.toISOString() }
}
