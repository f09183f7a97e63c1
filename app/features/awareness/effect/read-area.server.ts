import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { awarenessEvent } from '../../../../db/schema/awareness.ts'
import { hotspotRelease } from '../../../../db/schema/hotspot.ts'
import { sayCount } from '../../../domain/hotspots/map/area-words.ts'
import type { Cell } from '../../../domain/hotspots/map/cell.ts'
import { smallestComparable, WIDEST_OF_A_PLACE } from '../../../domain/hotspots/map/compare-areas.ts'
import { placeName } from '../../../domain/hotspots/places/place-name.ts'
import { cellsOfWard, wardsIn } from '../../../domain/hotspots/places/ward-centre.ts'
import { sayPeriod } from '../../../domain/hotspots/release/period.ts'
import type { ReleaseBody } from '../../../domain/hotspots/release/release-body.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { dayInWords, toDay } from '../../../domain/time/calendar-day.ts'

export interface AreaShown {
  /** Null if the planner chose a ward: the area is named after the nearest ward, which can be another one. */
  name: string | null
  /** Wards whose centre is in the area; may be empty. */
  wards: string[]
  /** The newest release's number there, in words. */
  published: string
  earlier: { eventId: string; title: string; heldOn: string }[]
}

const MOST = 5

/** The facts for planning work in an area of the map: its wards, its number, and earlier work there. */
export function readArea(actor: Actor, cell: Cell, chosenWard: string | null): Promise<AreaShown> {
  return asActor(actor, async (tx) => {
    const wards = wardsIn(cell)
    const [published, earlier] = await Promise.all([readPublished(tx, cell), readEarlier(tx, cell, wards)])
    return { name: chosenWard ? null : placeName(cell), wards, published, earlier }
  })
}

async function readPublished(tx: Tx, cell: Cell): Promise<string> {
  const [newest] = await tx
    .select({ body: hotspotRelease.body })
    .from(hotspotRelease)
    .orderBy(desc(hotspotRelease.opensAt))
    .limit(1)
  const body = newest && (JSON.parse(newest.body) as ReleaseBody)
  const found = body && smallestComparable([body], cell, WIDEST_OF_A_PLACE)
  if (!found) return 'No comparable number is published for this place'
  const said = `${sayCount(found.counts[0] ?? 0)} incidents in ${sayPeriod(body.period)}`
  return found.cell === cell ? said : `${said}, in the wider ${placeName(found.cell)}`
}

function readEarlier(tx: Tx, cell: Cell, wards: ReturnType<typeof wardsIn>) {
  const { eventId, title, heldOn, state, ward } = awarenessEvent
  const cells = [cell, ...wards.flatMap(cellsOfWard)]
  return tx
    .select({ eventId, title, heldOn })
    .from(awarenessEvent)
    .where(and(eq(state, 'held'), or(inArray(awarenessEvent.cell, cells), inArray(ward, wards))))
    .orderBy(desc(heldOn))
    .limit(MOST)
    .then((rows) => rows.map((row) => ({ ...row, heldOn: dayInWords(toDay(row.heldOn)) })))
}
