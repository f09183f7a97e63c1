import { cellsIn, FINEST } from '../map/cell.ts'
import { type Incidents, toIncidents } from '../release/incidents.ts'
import { LATTICE_CELLS } from '../release/lattice.ts'

const INCIDENTS = 900
const STRANDS = ['race', 'sexual_orientation', 'disability', 'religion', 'transgender'] as const

/** One quarter of an invented city for the positive control, always the same. A report on real incidents would reveal them. */
export function controlCity(): Incidents {
  let state = 20_261_123
  // The linear congruential generator of Numerical Recipes: reproducible, and random enough here.
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return toIncidents(
    Array.from({ length: INCIDENTS }, (_, person) => {
      const around = cellsIn(LATTICE_CELLS[below(LATTICE_CELLS.length)] ?? '', FINEST)
      return {
        place: around[below(around.length)] ?? 'unknown',
        agency: below(5),
        person,
        strand: STRANDS[Math.min(below(8), below(8), 4)] ?? 'race',
        crime: 0,
      }
    }),
  )
}
