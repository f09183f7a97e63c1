import type { Tx } from '../../../db/as-actor.ts'
import type { ContactChannel } from '../../domain/cases/contact.ts'
import { contradictedAnswers, unsafeAnswersInWords } from '../../domain/cases/unsafe-contact.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { readSafeContact } from '../../facts/read-safe-contact.server.ts'

export interface UnsafeWayAgreed {
  kind: 'unsafe-way-agreed'
  warning: string
}

/** A promise for months is not agreed by a way that the client called unsafe: one act in danger needs a reason, this none. */
export async function checkAgreedWay(
  tx: Tx,
  actor: Actor,
  caseId: string,
  channel: ContactChannel | null,
): Promise<Result<null, UnsafeWayAgreed>> {
  if (channel === null) return done(null)
  const safe = await readSafeContact(tx, actor, caseId)
  const answers = contradictedAnswers(safe, { channel, outcome: 'spoke' })
  if (answers.length === 0) return done(null)
  return refused({ kind: 'unsafe-way-agreed', warning: unsafeAnswersInWords(answers, safe) })
}
