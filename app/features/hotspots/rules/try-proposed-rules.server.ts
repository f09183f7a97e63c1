import { and, desc, eq, isNull } from 'drizzle-orm'
import { asActor, keepActing, type Tx } from '../../../../db/as-actor.ts'
import { hotspotRelease, protectedPlace, releaseRule } from '../../../../db/schema/hotspot.ts'
import { buildRelease, summarise } from '../../../domain/hotspots/release/build-release.ts'
import type { ReleaseRules } from '../../../domain/hotspots/release/release-rules.ts'
import { type RulesEffect, shownOf } from '../../../domain/hotspots/release/rules-effect.ts'
import { NOBODY, systemOf } from '../../../domain/partnership/actor.ts'
import { allowLongWrite } from '../releases/long-write.server.ts'
import { readCountedIncidents } from '../releases/read-incidents.server.ts'
import { getRulesInForce } from '../releases/release-rules.server.ts'

/**
 * Builds the newest published period by the proposed rules and by those in force, and stores how fine each map is.
 * Runs as the worker's login, after rules are proposed and on a schedule. Neither build is stored or shown.
 */
export function tryProposedRules(): Promise<void> {
  return asActor(systemOf(NOBODY), async (tx) => {
    const waiting = and(eq(releaseRule.state, 'proposed'), isNull(releaseRule.effect))
    const [proposed] = await tx.select().from(releaseRule).where(waiting).for('update', { skipLocked: true })
    if (!proposed) return
    await allowLongWrite(tx)
    const effect = await effectOf(tx, proposed.rules)
    await keepActing(tx, systemOf(NOBODY))
    await tx
      .update(releaseRule)
      .set({ effect })
      .where(and(eq(releaseRule.version, proposed.version), waiting))
  })
}

async function effectOf(tx: Tx, rules: ReleaseRules): Promise<RulesEffect> {
  const [newest] = await tx
    .select({ name: hotspotRelease.period, opensAt: hotspotRelease.opensAt, closesAt: hotspotRelease.closesAt })
    .from(hotspotRelease)
    .orderBy(desc(hotspotRelease.closesAt))
    .limit(1)
  if (!newest) return { period: null, now: null, proposed: null }
  const incidents = await readCountedIncidents(tx, newest)
  const [inForce, places] = await Promise.all([
    getRulesInForce(tx),
    tx.select({ cell: protectedPlace.cell }).from(protectedPlace).where(isNull(protectedPlace.removedAt)),
  ])
  const protectedCells = places.map(({ cell }) => cell)
  const shownBy = (wanted: ReleaseRules) => {
    const built = buildRelease(incidents, { rules: wanted, ruleVersion: 0, period: newest, protectedCells })
    return shownOf(built && summarise(built.body, 0))
  }
  return { period: newest.name, now: shownBy(inForce.rules), proposed: shownBy(rules) }
}
