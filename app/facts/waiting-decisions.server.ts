import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { hotspotDraft, releaseRule } from '../../db/schema/hotspot.ts'
import { sayPeriod } from '../domain/hotspots/release/period.ts'
import type { Actor, StaffRole } from '../domain/partnership/actor.ts'
import { DECIDED_BY } from '../domain/partnership/second-person.ts'
import { href } from '../href.ts'
import { isSecondPersonTo } from './second-person.server.ts'

/** A task on Today: a map release or new rules for releases that this person may decide on. */
export interface WaitingDecision {
  taskId: string
  title: string
  href: string
  why: string
}

/** The decisions that wait for this person, without their own proposals: another person decides on those. */
export async function readWaitingDecisions(tx: Tx, { staffId, role }: Actor): Promise<WaitingDecision[]> {
  if (!DECIDED_BY.release.some((one: StaffRole) => one === role)) return []
  const [releases, rules] = await Promise.all([
    tx
      .select({ releaseId: hotspotDraft.releaseId, period: hotspotDraft.period, by: hotspotDraft.proposedByName })
      .from(hotspotDraft)
      .where(and(eq(hotspotDraft.state, 'proposed'), isSecondPersonTo(hotspotDraft.proposedBy, staffId, 'release')))
      .orderBy(asc(hotspotDraft.proposedAt)),
    tx
      .select({ version: releaseRule.version, by: releaseRule.proposedByName })
      .from(releaseRule)
      .where(and(eq(releaseRule.state, 'proposed'), isSecondPersonTo(releaseRule.proposedBy, staffId, 'rules'))),
  ])
  return [
    ...releases.map(({ releaseId, period, by }) => ({
      taskId: releaseId,
      title: `Decide on the map release of ${sayPeriod(period)}`,
      href: href('/map/releases/:releaseId', { releaseId }),
      why: `Proposed by ${by}. You can publish or refuse it.`,
    })),
    ...rules.map(({ version, by }) => ({
      taskId: `rules ${version}`,
      title: 'Decide on new rules for map releases',
      href: href('/map/rules'),
      why: `Proposed by ${by}. You can accept or refuse them.`,
    })),
  ]
}
