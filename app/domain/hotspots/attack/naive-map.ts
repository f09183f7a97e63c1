import { FINEST, resolutionOf, WIDEST, widen } from '../map/cell.ts'
import type { Incidents } from '../release/incidents.ts'
import { type Bounds, narrow, type Sum } from './attacker.ts'

/** A naive map hides counts of 1 to 4 at query time. */
const HIDDEN_BELOW = 5
const ANY = '*'

/**
 * The positive control: a map that answers every query, by hexagon, strand and agency, and only hides small counts. An
 * attacker who finds nothing in a release must recover most of this map's hidden counts, or the attack proves nothing.
 */
export function attackNaiveMap(incidents: Incidents): { hidden: number; recovered: number; wrong: number } {
  const { counts, sums } = tabulate(incidents)
  const known = new Map<string, Bounds>()
  for (const [name, count] of counts)
    known.set(name, count < HIDDEN_BELOW ? { least: 1, most: HIDDEN_BELOW - 1 } : { least: count, most: count })
  narrow(known, sums)
  const found = { hidden: 0, recovered: 0, wrong: 0 }
  for (const [name, count] of counts) {
    if (count >= HIDDEN_BELOW) continue
    found.hidden += 1
    const { least, most } = known.get(name) ?? { least: 0, most: 0 }
    if (least !== most) continue
    if (least === count) found.recovered += 1
    else found.wrong += 1
  }
  return found
}

/** Every count above zero, and the equations between them. */
function tabulate(incidents: Incidents) {
  const counts = new Map<string, number>()
  const parts = new Map<string, Set<string>>()
  const belongs = (whole: string, part: string) => {
    const there = parts.get(whole)
    if (there) there.add(part)
    else parts.set(whole, new Set([part]))
  }
  for (let at = 0; at < incidents.length; at += 1) {
    const steps = stepsOf(incidents.places[incidents.place[at] ?? 0] ?? 'unknown')
    const strand = incidents.strands[incidents.strand[at] ?? 0] ?? ''
    const agency = String(incidents.agency[at])
    for (const [step, cell] of steps.entries())
      for (const s of [strand, ANY])
        for (const a of [agency, ANY]) {
          const name = `${cell} ${s} ${a}`
          counts.set(name, (counts.get(name) ?? 0) + 1)
          if (step > 0) belongs(`${steps[step - 1]} ${s} ${a} by place`, name)
          if (s !== ANY) belongs(`${cell} ${ANY} ${a} by strand`, name)
          if (a !== ANY) belongs(`${cell} ${s} ${ANY} by agency`, name)
        }
  }
  const sums = [...parts].map(([whole, names]): Sum => ({ whole: whole.split(' by ')[0] ?? '', parts: [...names] }))
  return { counts, sums }
}

/** The nested areas of a place, from everywhere down to the finest hexagon. */
function stepsOf(place: string): string[] {
  if (place === 'online' || place === 'unknown') return [ANY, place]
  const finest = Math.min(resolutionOf(place), FINEST)
  const steps = [ANY, ...Array.from({ length: finest - WIDEST + 1 }, (_, step) => widen(place, WIDEST + step))]
  // A place known only by a wide hexagon: without a part of its own, the hexagons inside would not add up to it.
  return finest < FINEST ? [...steps, `${place}-itself`] : steps
}
