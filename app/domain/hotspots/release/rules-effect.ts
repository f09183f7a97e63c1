import type { ReleaseSummary } from './release-summary.ts'

/** The newest published period under the present and the proposed rules; null: too few incidents for even one number. */
export interface RulesEffect {
  /** Null before the first release is published. */
  period: string | null
  now: Shown | null
  proposed: Shown | null
}

type Shown = Pick<ReleaseSummary, 'areas' | 'atSevenOrFiner' | 'onTheMap'>

/** What may be shown of an unpublished build: the number of areas and their detail, but no count of incidents. */
export function shownOf(summary: ReleaseSummary | null): Shown | null {
  if (!summary) return null
  const { areas, atSevenOrFiner, onTheMap } = summary
  return { areas, atSevenOrFiner, onTheMap }
}
