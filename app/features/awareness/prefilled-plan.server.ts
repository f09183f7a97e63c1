import { middleOf } from '../../domain/hotspots/map/hexagon.ts'
import { nearestWard } from '../../domain/hotspots/places/near-ward.ts'
import { placeName } from '../../domain/hotspots/places/place-name.ts'
import { wardsIn } from '../../domain/hotspots/places/ward-centre.ts'
import { nextAwarenessWeek } from '../../domain/partnership/awareness.ts'
import { WARDS } from '../../domain/partnership/ward.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { dayFields } from '../../forms/day-fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { cellField, releaseField } from './plan-input.server.ts'

/** The plan form filled in from the address: for a hotspot, a ward or the national week. */
export function prefilledPlan(params: URLSearchParams, now: Date) {
  const cell = cellField.parse(params.get('cell') ?? '')
  const releaseId = releaseField.parse(params.get('release'))
  const named = WARDS.find((one) => one === params.get('ward'))
  const inWeek = params.get('week') === 'yes'
  const week = nextAwarenessWeek(londonDayOf(now))
  const values: FormState['values'] = {
    ward: named ?? wardOf(cell),
    cell: cell ?? '',
    releaseId: releaseId ?? '',
    ...(inWeek ? { title: 'Hate Crime Awareness Week: ', ...dayFields('heldOn', week.from) } : {}),
  }
  const again = new URLSearchParams(params)
  again.set('week', 'yes')
  return {
    values,
    cell,
    where: placeOf(cell, named),
    named: named ?? null,
    week: inWeek ? null : { ...week, href: href('/awareness/new', again) },
  }
}

/** An area with several wards has no single right one; the form then names all of them. */
function wardOf(cell: ReturnType<typeof cellField.parse>): string {
  if (!cell) return ''
  const [ward, ...others] = wardsIn(cell)
  if (others.length > 0) return ''
  return ward ?? nearestWard(middleOf(cell)).ward
}

/** Uses the ward that was chosen, not the one nearest to the centre of the area: they can differ. */
function placeOf(cell: ReturnType<typeof cellField.parse>, named: string | undefined): string {
  if (!cell) return named ?? ''
  return `From the map: ${named ?? placeName(cell)}`
}
