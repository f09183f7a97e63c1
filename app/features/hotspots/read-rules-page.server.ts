import { desc } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { releaseRule } from '../../../db/schema/hotspot.ts'
import type { Actor } from '../../domain/actor.ts'
import { getRulesInForce } from './release-rules.server.ts'

/** The rules in force, those that wait for a second person, and all there ever were. */
export async function readRulesPage(actor: Actor) {
  const { versions, inForce } = await asActor(actor, async (tx) => ({
    versions: await tx.select().from(releaseRule).orderBy(desc(releaseRule.version)),
    inForce: await getRulesInForce(tx),
  }))
  const open = versions.find(({ state }) => state === 'proposed')
  return {
    inForce,
    open: open ? { ...open, isOwn: open.proposedBy === actor.staffId } : null,
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
