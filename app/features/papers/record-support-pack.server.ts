import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { supportPack } from '../../../db/schema/document.ts'
import { mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { unsafeActOf } from '../../domain/cases/unsafe-contact.ts'
import { type AllowedGiving, checkGivenAt, decideGiving, type GivingRefusal } from '../../domain/papers/giving.ts'
import {
  PACK_ANSWERS,
  type PackAnswers,
  SUPPORT_PACK_ITEM_IDS,
  type SupportPackState,
  splitAnswers,
} from '../../domain/papers/support-pack.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { readSupportPacksOfCase } from '../../facts/casework/papers-of-case.server.ts'
import { neededText, optionalChoiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { findDocument } from './find-document.server.ts'
import type { GivePaperRefusal } from './give-paper.server.ts'
import { givingEntries } from './giving-entries.server.ts'
import { readReader } from './read-reader.server.ts'

const answer = () => optionalChoiceOf(PACK_ANSWERS)

export const supportPackInput = z.object({
  /** 'client', the id of a witness in this case, or 'new' for another witness. */
  recipient: neededText(40, 'Choose who you offered the pack to'),
  recipientName: typedText(200),
  diary: answer(),
  pen: answer(),
  contacts: answer(),
  publicity: answer(),
  standards: answer(),
  ...givingEntries,
})

export type SupportPackInput = z.output<typeof supportPackInput> & { caseId: string }

export type SupportPackRefusal =
  | Exclude<GivePaperRefusal, { kind: 'plan-not-agreed' }>
  | GivingRefusal
  | { kind: 'nothing-answered' }
  | { kind: 'unknown-recipient' }

/** Records what the client or a witness was given or declined of the support pack (S1, V5). */
export function recordSupportPack(
  asking: Asking,
  input: SupportPackInput,
): Promise<Result<{ packId: string }, SupportPackRefusal | AlreadyDone>> {
  return writeOnce(asking, 'record-support-pack', input, (tx) => recordIn(tx, asking, input))
}

async function recordIn(
  tx: Tx,
  asking: Asking,
  { caseId, ...input }: SupportPackInput,
): Promise<Result<{ packId: string }, SupportPackRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  const ownRow = { agencyId: actor.agencyId, givenBy: actor.staffId }
  if (!held || !mayInsert(actor, 'supportPack', ownRow)) return refused({ kind: 'not-found' })
  const { format, language, way } = input
  const whom = recipientOf(input, held.clientId, await readSupportPacksOfCase(tx, actor, caseId))
  if (!whom) return refused({ kind: 'unknown-recipient' })
  if (whom.recipient === 'witness' && whom.recipientName === '') return refused({ kind: 'witness-name-missing' })
  const answers = answersOf(input)
  const { given, declined } = splitAnswers(answers)
  if (given.length + declined.length === 0) return refused({ kind: 'nothing-answered' })
  const { recipientId, ...recipient } = whom
  const allowed = decideGiving('support_pack', { ...input, ...recipient }, await readReader(tx, actor, held.clientId))
  // What was only declined went no way and in no format.
  if (!allowed.ok && given.length > 0) return allowed
  const safety = allowed.ok ? allowed.value : { ...NOTHING_GIVEN, recipientName: recipient.recipientName }
  const made = await findDocument(tx, actor, { caseId, kind: 'support_pack', format, language, planId: null })
  if (!made && given.some((item) => item !== 'pen') && format !== 'braille') return refused({ kind: 'not-made' })
  const madeAt = given.length > 0 ? (made?.madeAt ?? null) : null
  const at = checkGivenAt(input.givenAt ?? now, { madeAt, agreedAt: null, now })
  if (!at.ok) return at
  const pack = { packId: randomUUID(), recipient: recipient.recipient, recipientId }
  const shown = { way, format, language }
  await tx.insert(supportPack).values({
    ...ownRow,
    caseId,
    ...pack,
    ...shown,
    ...answers,
    ...safety,
    documentId: given.length > 0 ? (made?.documentId ?? null) : null,
    givenAt: at.value,
    recordedAt: now,
  })
  const about = { caseId, subjectId: pack.packId }
  const data = { ...pack, givenAt: at.value.toISOString(), given, declined }
  if (given.length > 0)
    await recordEvent(tx, asking, {
      kind: 'support-pack-given',
      data: { ...data, ...shown, ...unsafeActOf(safety) },
      ...about,
    })
  else await recordEvent(tx, asking, { kind: 'support-pack-declined', data, ...about })
  return done({ packId: pack.packId })
}

const NOTHING_GIVEN: AllowedGiving = {
  recipientName: '',
  translatedBy: '',
  askedForFormat: false,
  unsafeAnswers: [],
  unsafeReason: '',
}

function answersOf(input: Pick<SupportPackInput, keyof PackAnswers>): PackAnswers {
  return Object.fromEntries(SUPPORT_PACK_ITEM_IDS.map((item) => [item, input[item] ?? ''])) as PackAnswers
}

type Typed = Pick<SupportPackInput, 'recipient' | 'recipientName'>

/** A witness keeps their id: two may have one name. */
function recipientOf({ recipient, recipientName }: Typed, clientId: string, packs: readonly SupportPackState[]) {
  if (recipient === 'client') return { recipient: 'client' as const, recipientId: clientId, recipientName: '' }
  if (recipient === 'new') return { recipient: 'witness' as const, recipientId: randomUUID(), recipientName }
  const known = packs.find((pack) => pack.recipient === 'witness' && pack.recipientId === recipient)
  return known && { recipient: known.recipient, recipientId: known.recipientId, recipientName: known.recipientName }
}
