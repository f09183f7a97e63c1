import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { consentOverride } from '../../../db/schema/consent.ts'
import { ifMay } from '../../access/ability.ts'
import { orNotFound } from '../../access/require.server.ts'
import { checkOverrideDecision, type DecideOverrideRefusal } from '../../domain/consents/override.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { isOnePerson } from '../../facts/second-person.server.ts'
import { choiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

const DECISIONS = { authorised: true, refused: true } as const

export const decideOverrideInput = z.object({
  decision: choiceOf(DECISIONS, 'Choose whether you authorise it'),
  note: typedText(1000),
})

export type DecideOverrideInput = z.output<typeof decideOverrideInput> & { overrideId: string }

export interface DecidedOverride {
  overrideId: string
  decision: 'authorised' | 'refused'
}

/**
 * A manager other than the requester decides, once. If two managers decide at the same moment, the second gets the
 * first one's decision. Row-level security also refuses the requester.
 * @throws Response 404 for a request of another agency
 */
export async function decideOverride(
  asking: Asking,
  input: DecideOverrideInput,
): Promise<Result<DecidedOverride, DecideOverrideRefusal | AlreadyDone>> {
  return writeOnce<DecidedOverride, DecideOverrideRefusal>(asking, 'decide-override', input, async (tx) => {
    const { actor, now } = asking
    const { overrideId, decision, note } = input
    const which = and(eq(consentOverride.agencyId, actor.agencyId), eq(consentOverride.overrideId, overrideId))
    const read = () => tx.select().from(consentOverride).where(which)
    const row = orNotFound((await read())[0])
    const decided = checkOverrideDecision(row, actor, { decision, note })
    if (!decided.ok) return decided
    if (!ifMay(actor, 'update', 'consentOverride', row)) return refused({ kind: 'not-a-manager' })
    if (await isOnePerson(tx, row.requestedBy, actor.staffId, 'override')) return refused({ kind: 'same-person' })
    const written = await tx
      .update(consentOverride)
      .set({ decision, decidedBy: actor.staffId, decidedAt: now, decisionNote: note })
      .where(and(which, eq(consentOverride.decision, 'asked')))
      .returning({ overrideId: consentOverride.overrideId })
    if (written.length === 0) return refused(refusalAfter((await read())[0]?.decision))
    const about = { caseId: row.caseId, subjectId: overrideId }
    const { recipientAgencyId, ground } = row
    await recordEvent(
      tx,
      asking,
      decision === 'authorised'
        ? { ...about, kind: 'override-authorised', data: { overrideId, recipientAgencyId, ground } }
        : { ...about, kind: 'override-refused', data: { overrideId, reason: 'refused-by-manager' } },
    )
    return done({ overrideId, decision })
  })
}

function refusalAfter(decision: 'asked' | 'authorised' | 'refused' | undefined): DecideOverrideRefusal {
  return { kind: 'already-decided', decision: decision === 'authorised' ? 'authorised' : 'refused' }
}
