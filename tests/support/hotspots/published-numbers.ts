import { STRAND_IDS } from '../../../app/domain/cases/strand.ts'
import { isCell, resolutionOf, widen } from '../../../app/domain/hotspots/map/cell.ts'
import { strandCounts } from '../../../app/domain/hotspots/map/map-layer.ts'
import type { ReleaseBody } from '../../../app/domain/hotspots/release/release-body.ts'

/** Each thing that a release counts, by name, with its number: areas, hexagons counted whole, strands, and totals. */
function publishedNumbers({ areas, strands, blocks }: ReleaseBody): Map<string, number> {
  const numbers = new Map<string, number>()
  const add = (name: string, count: number) => numbers.set(name, (numbers.get(name) ?? 0) + count)
  for (const [at, where] of areas.where.entries()) {
    const count = areas.incidents[at] ?? 0
    add(`area ${where}`, count)
    add('total', count)
    if (isCell(where)) add('on the map', count)
    for (const whole of isCell(where) ? areas.where.filter(isCell) : [])
      if (resolutionOf(whole) <= resolutionOf(where) && widen(where, resolutionOf(whole)) === whole)
        add(`whole ${whole}`, count)
  }
  for (const [at, strand] of strands.strand.entries()) {
    const block = blocks[strands.block[at] ?? -1] ?? ''
    const count = strands.incidents[at] ?? 0
    add(`strand ${strand} in ${block}`, count)
    add(`strand ${strand}`, count)
    if (isCell(block)) add(`strand ${strand} on the map`, count)
  }
  return numbers
}

/** Of each strand over the areas for which two releases both publish it. */
function strandDifferences(now: ReleaseBody, before: ReleaseBody): number[] {
  return STRAND_IDS.map((strand) => {
    const [counts, countsBefore] = [strandCounts(now, strand), strandCounts(before, strand)]
    const inBoth = [...counts].filter(([area]) => countsBefore.has(area))
    return Math.abs(inBoth.reduce((sum, [area, count]) => sum + count - (countsBefore.get(area) ?? 0), 0))
  })
}

/**
 * What of a text no release says: every number after "about", and every comparison of two of them.
 * @param releases those that the text is made of, the oldest first
 */
export function unpublishedNumbers(text: string, releases: readonly ReleaseBody[]): string[] {
  const plain = text.replaceAll(/<!--.*?-->|<[^>]*>/gs, '').replaceAll('&#x27;', '’')
  const tables = releases.map(publishedNumbers)
  const said = new Set(tables.flatMap((table) => [...table.values()]))
  const differences = new Set(
    tables.slice(1).flatMap((table, at) =>
      [...table].flatMap(([name, count]) => {
        const before = tables[at]?.get(name)
        return before === undefined ? [] : [Math.abs(count - before)]
      }),
    ),
  )
  for (const [at, now] of releases.slice(1).entries())
    for (const difference of strandDifferences(now, releases[at] as ReleaseBody)) differences.add(difference)
  const pairs = new Set(
    tables.slice(1).flatMap((table, at) =>
      [...table].flatMap(([name, count]) => {
        const before = name.startsWith('whole ') ? tables[at]?.get(name) : undefined
        return before === undefined ? [] : [`${count} ${before}`]
      }),
    ),
  )
  const number = (digits = '') => Number(digits.replaceAll(',', ''))
  const faults: string[] = []
  for (const [sentence, digits, more] of plain.matchAll(/\babout ([\d,]*\d)( more| fewer)?(?! km)/gi))
    if (!(more ? differences : said).has(number(digits))) faults.push(sentence)
  for (const [sentence, now, before] of plain.matchAll(/about ([\d,]*\d), (?:up|down) from about ([\d,]*\d)/gi))
    if (!pairs.has(`${number(now)} ${number(before)}`)) faults.push(sentence)
  return faults
}
