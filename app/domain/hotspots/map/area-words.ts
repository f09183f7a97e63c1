/** What a place without colour means. */
export const NOTHING_SHOWN = 'Too few to show, or none.'

/** The same of one strand. */
export const STRAND_NOT_SHOWN = 'Here this strand is counted together with others, or there are no incidents.'

/** How an area stands to its surroundings: above chance, first or more and more so, below chance, or neither. */
export const STANDINGS = {
  emerging: { label: 'Emerging hotspot', says: 'A hotspot that is new or growing.' },
  hot: { label: 'Hotspot', says: 'This area and its neighbours are above the city average by more than chance.' },
  cold: { label: 'Below others', says: 'This area and its neighbours are below the city average by more than chance.' },
  none: { label: 'Not a hotspot', says: 'Not different from the city average by more than chance.' },
} as const

export type Standing = keyof typeof STANDINGS

export function sayCount(incidents: number): string {
  return `about ${incidents.toLocaleString('en-GB')}`
}

export function sayChange(incidents: number, before: number): string {
  const more = incidents - before
  if (more === 0) return 'as many as before'
  return more > 0 ? `about ${more} more than before` : `about ${-more} fewer than before`
}

/** What two releases published of an area, or of a larger one around it. */
export interface ComparedCounts {
  now: number
  before: number
  /** The larger area; null where it is the area itself. */
  within: string | null
}

/** Null: it is the first release. */
export function sayComparison(compared: ComparedCounts | null): string {
  if (!compared) return 'no earlier release to compare with'
  const change = sayChange(compared.now, compared.before)
  return compared.within ? `${change} in ${compared.within}` : change
}

/** A share of the ground: "0.7 km²", "227 km²". */
export function saySize(squareKm: number): string {
  return `${squareKm < 10 ? squareKm.toFixed(1) : Math.round(squareKm)} km²`
}
