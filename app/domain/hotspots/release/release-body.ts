import type { StrandId } from '../../cases/strand.ts'
import type { Cell } from '../map/cell.ts'
import type { ReleaseRules } from './release-rules.ts'

/** Areas without a hexagon. */
export const OFF_MAP = {
  elsewhere: { label: 'Elsewhere, or place not known' },
  online: { label: 'Online or by phone' },
} as const

export type OffMap = keyof typeof OFF_MAP

/** A strand; several strands that are too few each, combined; or all strands of a block. */
export type StrandGroup = StrandId | 'others' | 'all'

/**
 * A release as published. Every number on screen is calculated from this and nothing else. Columns of equal length,
 * because they compress well. Counts are rounded by the rules, and the areas partition all incidents of the period.
 */
export interface ReleaseBody {
  format: 'accord-hotspots-1'
  /** Such as 2026-Q3. */
  period: string
  /** First instant of the period and first instant after it, ISO 8601. */
  opensAt: string
  closesAt: string
  ruleVersion: number
  rules: ReleaseRules
  areas: {
    /** A hexagon, or a key of OFF_MAP. */
    where: (Cell | OffMap)[]
    /** 1 when finer areas inside the hexagon are published separately. */
    rest: (0 | 1)[]
    incidents: number[]
    /** Index into `blocks`. */
    block: number[]
  }
  /** The widest hexagons and the keys of OFF_MAP: unions of areas, for which strands are counted. */
  blocks: (Cell | OffMap)[]
  strands: { block: number[]; strand: StrandGroup[]; incidents: number[] }
  /**
   * The hexagons of the study area, with the published counts distributed over them (two decimals) and Gi* (three
   * decimals; 0 where it is undefined).
   */
  lattice: { cell: Cell[]; incidents: number[]; giStar: number[] }
}
