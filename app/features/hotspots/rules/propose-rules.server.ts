import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { releaseRule } from '../../../../db/schema/hotspot.ts'
import { mayInsert } from '../../../access/ability.ts'
import { ownNameAndAgency } from '../../../access/own-name.server.ts'
import { checkRules, findLooserOnes, type RulesRefusal } from '../../../domain/hotspots/release/release-rules.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { neededText } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { lockReleases } from '../releases/lock-releases.server.ts'
import { getRulesInForce } from '../releases/release-rules.server.ts'

const wholeNumber = (say: string) => z.coerce.number(say).int(say)

export const proposeRulesInput = z.object({
  incidents: wholeNumber('Enter the minimum number of incidents'),
  clients: wholeNumber('Enter the minimum number of clients'),
  greatestShare: z.coerce.number('Enter a share in per cent').transform((percent) => percent / 100),
  residualClients: wholeNumber('Enter the minimum number of clients left'),
  rounding: wholeNumber('Enter what numbers are rounded to'),
  finest: wholeNumber('Enter the finest size of hexagons'),
  reason: neededText(500, 'Enter why the rules should change'),
})

export type ProposeRulesRefusal = RulesRefusal | { kind: 'not-allowed' } | { kind: 'proposed-already' }

/** Errors that the schema cannot find, from the valid fields: shown together with the schema's errors. */
export function rulesProblems(sound: Partial<z.output<typeof proposeRulesInput>>): RulesRefusal[] {
  return findLooserOnes(sound).map((field) => ({ kind: 'looser-than-allowed', field }))
}

/** Proposes other rules for future releases. Another person decides. */
export function proposeRules(
  asking: Asking,
  { reason, ...rules }: z.output<typeof proposeRulesInput>,
): Promise<Result<{ version: number }, ProposeRulesRefusal | AlreadyDone>> {
  const input = { reason, ...rules }
  return writeOnce<{ version: number }, ProposeRulesRefusal>(asking, 'propose-rules', input, async (tx) => {
    const { actor, now } = asking
    const proposed = { state: 'proposed' as const, proposedBy: actor.staffId }
    if (!mayInsert(actor, 'releaseRule', { ...proposed, decidedBy: null, decidedAt: null }))
      return refused({ kind: 'not-allowed' })
    await lockReleases(tx)
    const checked = checkRules(rules, (await getRulesInForce(tx)).rules)
    if (!checked.ok) return checked
    const [open] = await tx
      .select({ version: releaseRule.version })
      .from(releaseRule)
      .where(eq(releaseRule.state, 'proposed'))
    if (open) return refused({ kind: 'proposed-already' })
    const [newest] = await tx
      .select({ version: releaseRule.version })
      .from(releaseRule)
      .orderBy(desc(releaseRule.version))
      .limit(1)
    const version = (newest?.version ?? 0) + 1
    await tx.insert(releaseRule).values({
      version,
      rules,
      reason,
      ...proposed,
      proposedByName: await ownNameAndAgency(tx, actor),
      proposedAt: now,
    })
    await recordEvent(tx, asking, { kind: 'release-rules-proposed', data: { version } })
    return done({ version })
  })
}
