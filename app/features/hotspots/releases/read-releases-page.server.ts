import { desc } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { hotspotDraft, hotspotRelease } from '../../../../db/schema/hotspot.ts'
import { longerPeriodsBefore, quartersBefore, sayPeriod } from '../../../domain/hotspots/release/period.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { toDay } from '../../../domain/time/calendar-day.ts'
import type { ReleaseDraftState } from './draft-states.ts'

const SINCE = toDay('2024-01-01')

export interface ListedRelease {
  releaseId: string
  period: string
  state: ReleaseDraftState
  number: number | null
  areas: number | null
  by: string
}

/** All requested and published releases, and the quarters that can be requested; the newest period first. */
export async function readReleasesPage(actor: Actor, now: Date) {
  const { drafts, published } = await asActor(actor, async (tx) => ({
    drafts: await tx.select().from(hotspotDraft).orderBy(desc(hotspotDraft.closesAt), desc(hotspotDraft.askedAt)),
    published: await tx
      .select({ releaseId: hotspotRelease.releaseId, number: hotspotRelease.number })
      .from(hotspotRelease),
  }))
  const numbers = new Map(published.map(({ releaseId, number }) => [releaseId, number]))
  const releases = drafts.map(
    ({ releaseId, period, state, summary, proposedByName, decidedByName, askedByName }): ListedRelease => ({
      releaseId,
      period: sayPeriod(period),
      state,
      number: numbers.get(releaseId) ?? null,
      areas: summary?.areas ?? null,
      by: decidedByName ?? proposedByName ?? askedByName,
    }),
  )
  const taken = drafts.filter(({ state }) => ['asked', 'built', 'proposed', 'published'].includes(state))
  const open = [...quartersBefore(now, SINCE), ...longerPeriodsBefore(now, SINCE)].filter(
    ({ opensAt, closesAt }) => !taken.some((one) => one.opensAt < closesAt && one.closesAt > opensAt),
  )
  return { releases, open: open.map(({ name }) => ({ value: name, label: sayPeriod(name) })) }
}
