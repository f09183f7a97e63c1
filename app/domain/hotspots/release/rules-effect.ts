import type { ReleaseSummary } from './release-summary.ts'

/** What other rules would have made of the newest published period; null on either side: too few for even one number. */
export interface RulesEffect {
  /** Null before the first release is published. */
  period: string | null
  now: Shown | null
  proposed: Shown | null
}

type Shown = Pick<ReleaseSummary, 'areas' | 'atSevenOrFiner' | 'onTheMap'>

/** What may be shown of a build that is not published: how many areas, and how fine, but no count of incidents. */
export function shownOf(summary: ReleaseSummary | null): Shown | null {
  if (!summary) return null
  const { areas, atSevenOrFiner, onTheMap } = summary
  return { areas, atSevenOrFiner, onTheMap }
}
