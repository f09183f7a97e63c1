import { inArray } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { hotspotRelease } from '../../../../db/schema/hotspot.ts'
import { permissionsOf } from '../../../access/ability.ts'
import { saySize } from '../../../domain/hotspots/map/area-words.ts'
import type { Cell } from '../../../domain/hotspots/map/cell.ts'
import { squareKmOf } from '../../../domain/hotspots/map/hexagon.ts'
import { cellOfWard } from '../../../domain/hotspots/places/ward-centre.ts'
import { sayPeriod } from '../../../domain/hotspots/release/period.ts'
import type { ReleaseBody } from '../../../domain/hotspots/release/release-body.ts'
import { beforeAndAfter, quartersAround, type Side } from '../../../domain/hotspots/statistics/before-and-after.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { WARDS } from '../../../domain/partnership/ward.ts'
import { dayInWords, toDay } from '../../../domain/time/calendar-day.ts'
import type { EventRow } from '../own-event.server.ts'

export interface ComparedShown {
  rows: { when: string; period: string; told: string }[]
  /** Width of the hexagon that the numbers are about; '' if there are no numbers. */
  width: string
}

/** The releases' numbers around a held event, in words; null without a place, or without access to releases. */
export async function readBeforeAndAfter(
  { actor, now }: Reading,
  { state, heldOn, ward, cell }: EventRow,
): Promise<ComparedShown | null> {
  const where = cell ?? cellOfNamed(ward)
  if (state !== 'held' || !where || !permissionsOf(actor).may('select', 'hotspotRelease', {})) return null
  const day = toDay(heldOn)
  const rows = await asActor(actor, (tx) =>
    tx
      .select({ body: hotspotRelease.body })
      .from(hotspotRelease)
      .where(inArray(hotspotRelease.period, quartersAround(day))),
  )
  const releases = rows.map(({ body }) => JSON.parse(body) as ReleaseBody)
  const { before, after, resolution } = beforeAndAfter(releases, { heldOn: day, cell: where }, now)
  return {
    rows: [
      { when: 'Three months before', period: sayPeriod(before.period), told: sideInWords(before) },
      { when: 'Three months after', period: sayPeriod(after.period), told: sideInWords(after) },
    ],
    width: resolution === null ? '' : `about ${saySize(squareKmOf(resolution))}`,
  }
}

function cellOfNamed(ward: string): Cell | null {
  const named = WARDS.find((one) => one === ward)
  return named ? cellOfWard(named) : null
}

function sideInWords(side: Side): string {
  switch (side.is) {
    case 'counted':
      return `about ${side.incidents} incidents`
    case 'not-comparable':
      return 'no comparable number is published for this place'
    case 'not-released':
      return 'no release of these months has been published'
    case 'to-come':
      return `not yet: a release can be made from ${dayInWords(side.closesOn)}`
  }
}
