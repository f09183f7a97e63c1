export interface Figure {
  what: string
  measured: number
  floor: number
  ratio: number
  wanted: string
  kept: boolean
}

export type Note = (
  what: string,
  measured: number,
  floor: number,
  wanted: { atLeast: number } | { atMost: number },
) => void

export const figures: Figure[] = []

export const note: Note = (what, measured, floor, wanted) => {
  const ratio = measured / floor
  const kept = 'atLeast' in wanted ? ratio >= wanted.atLeast : ratio <= wanted.atMost
  const words = 'atLeast' in wanted ? `at least ${wanted.atLeast}` : `at most ${wanted.atMost}`
  figures.push({ what, measured: round(measured), floor: round(floor), ratio: round(ratio), wanted: words, kept })
}

function round(figure: number) {
  return Math.round(figure * 1000) / 1000
}
