import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { cellsIn, FINEST } from '../map/cell.ts'
import { type Incidents, toIncidents } from '../release/incidents.ts'
import { LATTICE_CELLS } from '../release/lattice.ts'

const INCIDENTS = 900
const STRANDS = ['race', 'sexual_orientation', 'disability', 'religion', 'transgender'] as const

/** One quarter of an invented city for the positive control, always the same. A report on real incidents would reveal them. */
export function controlCity(): Incidents {
  const luck = xoroshiro128plus(20_261_123)
  const below = (limit: number) => uniformInt(luck, 0, limit - 1)
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
