import { patternName } from './layer-shapes.ts'
import { HATCH_COLOURS } from './palette.ts'

const SIDE = 16
const EVERY = 8
const WIDTH = 2

/** A square that the map repeats to fill an area. */
interface Tile {
  width: number
  height: number
  data: Uint8Array
}

/** One fill for each class of the legend, plain and hatched. The names are those of `patternName`. */
export function fillPatterns(colours: readonly string[]): [name: string, tile: Tile][] {
  return colours.flatMap((colour, shade): [string, Tile][] => [
    [patternName(shade, false), tileOf(() => colour)],
    [patternName(shade, true), tileOf((x, y) => ((x + y) % EVERY < WIDTH ? (HATCH_COLOURS[shade] ?? colour) : colour))],
  ])
}

function tileOf(colourAt: (x: number, y: number) => string): Tile {
  const data = new Uint8Array(SIDE * SIDE * 4)
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const colour = colourAt(at % SIDE, Math.floor(at / SIDE))
    for (const [part, from] of [1, 3, 5].entries())
      data[at * 4 + part] = Number.parseInt(colour.slice(from, from + 2), 16)
    data[at * 4 + 3] = 255
  }
  return { width: SIDE, height: SIDE, data }
}
