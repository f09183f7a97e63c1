import { desc, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { releaseRule } from '../../../../db/schema/hotspot.ts'
import type { ReleaseRules } from '../../../domain/hotspots/release/release-rules.ts'

/** The rules that apply to releases built from now on. */
export async function getRulesInForce(tx: Tx): Promise<{ version: number; rules: ReleaseRules }> {
  const [row] = await tx
    .select({ version: releaseRule.version, rules: releaseRule.rules })
    .from(releaseRule)
    .where(eq(releaseRule.state, 'in_force'))
    .orderBy(desc(releaseRule.version))
    .limit(1)
  if (!row) throw new Error('There are rules from the first migration on.')
  return row
}
