import { desc } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { releaseRule } from '../../../../db/schema/hotspot.ts'
import { ifMay } from '../../../access/ability.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { isOnePerson } from '../../../facts/second-person.server.ts'
import { getRulesInForce } from '../releases/release-rules.server.ts'

/** The rules in force, rules waiting for a second person, and all earlier versions. */
export async function readRulesPage(actor: Actor) {
  const { versions, inForce, open, mayDecide } = await asActor(actor, async (tx) => {
    const versions = await tx.select().from(releaseRule).orderBy(desc(releaseRule.version))
    const open = versions.find(({ state }) => state === 'proposed')
    const decidable = ifMay(actor, 'update', 'releaseRule', open)
    const mayDecide = decidable !== undefined && !(await isOnePerson(tx, decidable.proposedBy, actor.staffId, 'rules'))
    return { versions, inForce: await getRulesInForce(tx), open, mayDecide }
  })
  return {
    inForce,
    open: open ? { ...open, isOwn: open.proposedBy === actor.staffId, mayDecide } : null,
    versions: versions.map(({ version, state, reason, proposedByName, decidedByName, proposedAt }) => ({
      version,
      state,
      reason,
      proposedByName,
      decidedByName,
      proposedAt,
    })),
  }
}
