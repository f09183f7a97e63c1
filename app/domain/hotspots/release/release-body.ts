import type { StrandId } from '../../cases/strand.ts'
import type { Cell } from '../map/cell.ts'
import type { ReleaseRules } from './release-rules.ts'

/** Where incidents are counted that have no hexagon of their own. */
export const OFF_MAP = {
  elsewhere: { label: 'Elsewhere, or place not known' },
  online: { label: 'Online or by phone' },
} as const

export type OffMap = keyof typeof OFF_MAP

/** Several strands that are too few each, counted together; or all of them. */
export type StrandGroup = StrandId | 'others' | 'all'

/**
 * A release as it is published: everything on screen is calculated from this and from nothing else. Columns of equal
 * length, because they pack well. Counts are rounded by the rules; areas add up to everything there is.
 */
export interface ReleaseBody {
  format: 'accord-hotspots-1'
  /** Such as 2026-Q3. */
  period: string
  /** First instant and first instant after, ISO 8601, of when the portal learned of the incidents. */
  opensAt: string
  closesAt: string
  ruleVersion: number
  rules: ReleaseRules
  areas: {
    /** A hexagon, or the word of OFF_MAP. */
    where: (Cell | OffMap)[]
    /** 1 where it is what is left of the hexagon around finer areas. */
    rest: (0 | 1)[]
    incidents: number[]
    /** Number in `blocks`. */
    block: number[]
  }
  /** The widest hexagons and the words of OFF_MAP: unions of areas, by which strands are counted. */
  blocks: (Cell | OffMap)[]
  strands: { block: number[]; strand: StrandGroup[]; incidents: number[] }
  /**
   * The hexagons of one size over which hotspots are calculated, with the published counts spread over them (two
   * decimals) and the score of Getis and Ord (three decimals).
   */
  lattice: { cell: Cell[]; incidents: number[]; giStar: number[] }
}
