import { expect, it } from 'vitest'
import { fillPatterns } from './fill-pattern.ts'
import { HATCH_COLOURS, SHADE_COLOURS } from './palette.ts'

const patterns = new Map(fillPatterns(SHADE_COLOURS))

function coloursOf(name: string): string[] {
  const { data = new Uint8Array() } = patterns.get(name) ?? {}
  const pixels = Array.from({ length: data.length / 4 }, (_, at) => Buffer.from(data.slice(at * 4, at * 4 + 3)))
  return [...new Set(pixels.map((pixel) => `#${pixel.toString('hex')}`))]
}

it('an area is filled with the colour of its class, the rest of one is hatched over it', () => {
  for (const [shade, colour] of SHADE_COLOURS.entries()) {
    expect(coloursOf(`area-${shade}`)).toEqual([colour])
    expect(coloursOf(`rest-${shade}`).sort()).toEqual([colour, HATCH_COLOURS[shade]].sort())
  }
})

it('every hatch differs from its ground without colour', () => {
  const lightness = (colour: string) =>
    [1, 3, 5].reduce((sum, from, part) => {
      return sum + Number.parseInt(colour.slice(from, from + 2), 16) * ([0.2126, 0.7152, 0.0722][part] ?? 0)
    }, 0)
  for (const [shade, colour] of SHADE_COLOURS.entries())
    expect(Math.abs(lightness(colour) - lightness(HATCH_COLOURS[shade] ?? colour))).toBeGreaterThan(60)
})
