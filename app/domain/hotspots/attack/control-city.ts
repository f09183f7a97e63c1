import { cellsIn, FINEST } from '../map/cell.ts'
import { type Incidents, toIncidents } from '../release/incidents.ts'
import { STUDIED } from '../release/lattice.ts'

const INCIDENTS = 900
const STRANDS = ['race', 'sexual_orientation', 'disability', 'religion', 'transgender'] as const

/**
 * A quarter of an invented city, the same every time: what the attacker must find something in. Were it a real one, the
 * report of the attack would itself tell of it.
 */
export function controlCity(): Incidents {
  let state = 20_261_123
  // Numerical Recipes' generator: any order that is not a pattern will do.
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return toIncidents(
    Array.from({ length: INCIDENTS }, (_, person) => {
      const around = cellsIn(STUDIED[below(STUDIED.length)] ?? '', FINEST)
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
