import { type CountedPlace, collectIncidents, countOnce, type Incidents } from './incidents.ts'

/** All incidents of one place as text: "agency strand person crime", separated by commas. */
export interface PlaceLine {
  place: CountedPlace
  text: string
}

/** Character by character: a quarter of a large region is fifty million characters, and only the strand needs a substring. */
export function readPlaceLines(lines: readonly PlaceLine[]): Incidents {
  const { reported, add, placeNumber } = collectIncidents(lines.reduce((sum, { text }) => sum + countIn(text), 0))
  for (const { place, text } of lines) {
    const there = placeNumber(place)
    let at = 0
    const number = (until: number) => {
      let value = 0
      for (; at < text.length && text.charCodeAt(at) !== until; at += 1) value = value * 10 + text.charCodeAt(at) - ZERO
      at += 1
      return value
    }
    while (at < text.length) {
      const agency = number(SPACE)
      const end = text.indexOf(' ', at)
      const strand = text.slice(at, end)
      at = end + 1
      add(there, agency, strand, number(SPACE), number(COMMA))
    }
  }
  return countOnce(reported)
}

const ZERO = 48
const SPACE = 32
const COMMA = 44

function countIn(text: string): number {
  if (text === '') return 0
  let count = 1
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) count += 1
  return count
}
