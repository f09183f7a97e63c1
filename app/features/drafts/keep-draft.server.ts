import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { notFound } from '../../access/require.server.ts'
import { type AutosavedKey, DRAFT_FORMS, hasPage, isAutosaved } from '../../domain/drafts/draft-form.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { discardDraft, saveDraft } from '../../facts/drafts.server.ts'
import { FORMS_OF_DRAFTS } from './draft-forms.server.ts'

/**
 * The draft that an address names. A combination that no form has, such as a case for a report, counts as not found.
 * @throws Response 404
 */
export function draftKeyOf(words: URLSearchParams): Required<AutosavedKey> {
  const form = words.get('form') ?? ''
  const subject = words.get('subject') ?? ''
  const page = words.get('page') ?? ''
  if (!isAutosaved(form) || !hasPage(form, page)) throw notFound()
  const hasSubject = DRAFT_FORMS[form].about !== 'nothing yet'
  if (hasSubject ? !z.guid().safeParse(subject).success : subject !== '') throw notFound()
  return { form, subject: subject.toLowerCase(), page }
}

type Fields = Record<string, string[]>

/**
 * The addresses of a form, and of the list of its pages.
 * @throws Response 404 if this person may not know what the form is about
 */
export async function addressesOfForm(
  { actor }: Reading,
  key: Required<AutosavedKey>,
): Promise<{ page: string; list: string }> {
  const { findWithin, page, list = page } = FORMS_OF_DRAFTS[key.form]
  const within = findWithin ? await asActor(actor, (tx) => findWithin(tx, actor, key.subject)) : ''
  if (within === null) throw notFound()
  return { page: page(key, within), list: list(key, within) }
}

/**
 * Saves what was typed so far into a form, readable only by its writer. 'ended' and nothing saved if the form was sent, or
 * its draft deleted, in another window.
 * @throws Response 404 if this person may not open the form about this subject
 */
export function keepDraft(reading: Reading, key: AutosavedKey, fields: Fields): Promise<'saved' | 'ended'> {
  return ofOwnForm(reading, key, (tx) => saveDraft(tx, reading, key, fields))
}

/**
 * Saves a draft because its writer pressed the button for it: as a new one if the form was sent in another window.
 * @throws Response 404 if this person may not open the form about this subject
 */
export function keepForLater(reading: Reading, key: AutosavedKey, fields: Fields): Promise<void> {
  return ofOwnForm(reading, key, async (tx) => {
    const saved = await saveDraft(tx, reading, key, fields)
    if (saved === 'ended') await saveDraft(tx, reading, key, { ...fields, draftId: [randomUUID()] })
  })
}

/**
 * Deletes a draft because its writer starts again.
 * @throws Response 404 if this person may not open the form
 */
export function deleteDraft(reading: Reading, key: AutosavedKey): Promise<void> {
  return ofOwnForm(reading, key, (tx) => discardDraft(tx, reading, key))
}

function ofOwnForm<Value>(
  { actor }: Reading,
  { form, subject = '' }: AutosavedKey,
  write: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  return asActor(actor, async (tx) => {
    if (!(await FORMS_OF_DRAFTS[form].mayOpen(tx, actor, subject))) throw notFound()
    return write(tx)
  })
}
