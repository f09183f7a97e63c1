import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { countTry } from '../../access/rate-limit.server.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { openInvitation } from './invitation-row.server.ts'
import { lockPerson, type PersonRefusal } from './lock-person.server.ts'

export type NewLinkRefusal = PersonRefusal | { kind: 'has-left' } | { kind: 'wait'; seconds: number }

/** Sends a new link to a person who cannot sign in. Their present sign-in works until they use the link. */
export async function sendNewLink(
  asking: Asking,
  input: { staffId: string },
): Promise<Result<{ staffId: string; invitationId: string }, NewLinkRefusal | AlreadyDone>> {
  const seconds = await countTry([['invitation-sent', asking.actor.staffId]])
  if (seconds > 0) return refused({ kind: 'wait', seconds })
  return writeOnce<{ staffId: string; invitationId: string }, NewLinkRefusal>(
    asking,
    'send-new-link',
    input,
    async (tx) => {
      const held = await lockPerson(tx, asking.actor, input.staffId)
      if (!held.ok) return held
      if (!held.value.active) return refused({ kind: 'has-left' })
      return done(await openInvitation(tx, asking, held.value))
    },
  )
}
