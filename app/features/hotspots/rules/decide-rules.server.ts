import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { releaseRule } from '../../../../db/schema/hotspot.ts'
import { ifMay, permissionsOf } from '../../../access/ability.ts'
import { ownNameAndAgency } from '../../../access/own-name.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { isOnePerson } from '../../../facts/second-person.server.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export const decideRulesInput = z.object({
  version: z.coerce.number('Open the page again').int('Open the page again'),
  decision: choiceOf({ in_force: true, refused: true }, 'Say whether these rules apply from now on'),
})

export type DecideRulesRefusal =
  | { kind: 'not-allowed' }
  | { kind: 'not-open' }
  | { kind: 'own-proposal' }
  | { kind: 'same-person' }

/** Puts proposed rules in force for later releases, or refuses them. The proposer can do neither. */
export function decideRules(
  asking: Asking,
  { version, decision }: z.output<typeof decideRulesInput>,
): Promise<Result<null, DecideRulesRefusal | AlreadyDone>> {
  return writeOnce<null, DecideRulesRefusal>(asking, 'decide-rules', { version, decision }, async (tx) => {
    const { actor, now } = asking
    if (!permissionsOf(actor).mayEver('update', 'releaseRule')) return refused({ kind: 'not-allowed' })
    const one = and(eq(releaseRule.version, version), eq(releaseRule.state, 'proposed'))
    const [open] = await tx.select().from(releaseRule).where(one)
    if (!open) return refused({ kind: 'not-open' })
    if (open.proposedBy === actor.staffId) return refused({ kind: 'own-proposal' })
    if (!ifMay(actor, 'update', 'releaseRule', open)) return refused({ kind: 'not-allowed' })
    if (await isOnePerson(tx, open.proposedBy, actor.staffId, 'rules')) return refused({ kind: 'same-person' })
    const decidedByName = await ownNameAndAgency(tx, actor)
    await tx
      .update(releaseRule)
      .set({ state: decision, decidedBy: actor.staffId, decidedByName, decidedAt: now })
      .where(one)
    await recordEvent(tx, asking, { kind: 'release-rules-decided', data: { version, decision } })
    return done(null)
  })
}
