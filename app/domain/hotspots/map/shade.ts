/** A class of the legend: from this number on, in words. Fixed, so that the same colour means the same in each release. */
export interface Shade {
  from: number
  label: string
}

/** Incidents per square kilometre, because hexagons of different sizes cannot be compared by count. */
export const DENSITY_SHADES: readonly Shade[] = [
  { from: 0, label: 'fewer than 1 in a km²' },
  { from: 1, label: '1 to 4 in a km²' },
  { from: 4, label: '4 to 15 in a km²' },
  { from: 15, label: '15 to 30 in a km²' },
  { from: 30, label: '30 or more in a km²' },
]

/** Incidents of one strand in a block; all blocks are of one size. */
export const STRAND_SHADES: readonly Shade[] = [
  { from: 0, label: 'up to 20' },
  { from: 25, label: '25 to 45' },
  { from: 50, label: '50 to 95' },
  { from: 100, label: '100 to 195' },
  { from: 200, label: '200 or more' },
]

/** Crimes of every kind in a hexagon of 4.6 km² in a month. */
export const CRIME_SHADES: readonly Shade[] = [
  { from: 0, label: 'fewer than 25' },
  { from: 25, label: '25 to 74' },
  { from: 75, label: '75 to 149' },
  { from: 150, label: '150 to 299' },
  { from: 300, label: '300 or more' },
]

export function shadeOf(value: number, shades: readonly Shade[]): number {
  return shades.findLastIndex(({ from }) => value >= from)
}
