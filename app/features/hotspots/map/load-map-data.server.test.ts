import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inPieces } from '../../../../tests/support/csv.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { cellOf, ringAround, widen } from '../../../domain/hotspots/map/cell.ts'
import { problemsInWords } from '../imports/csv-problems.server.ts'
import { loadPopulation } from '../imports/load-population.server.ts'
import { loadPostcodes } from '../imports/load-postcodes.server.ts'
import { loadStreetCrime } from '../imports/load-street-crime.server.ts'
import type { LoadInput, LoadRefusal } from './load-map-data.server.ts'

const world = await openWorld()
const office = await world.agency({ kind: 'council_unit' })
const operator = await world.staff(office, 'administrator')
const coordinator = await world.staff(office, 'coordinator')

function files(...texts: string[]): LoadInput {
  const sources = texts.map((text, at) => ({ name: `file-${at + 1}.csv`, source: inPieces(text, 64) }))
  return { sources, dryRun: false }
}

function wordsOf(answer: { ok: true } | { ok: false; refusal: LoadRefusal }): string[] {
  if (answer.ok || answer.refusal.kind !== 'unsound') throw new Error(`Not refused: ${JSON.stringify(answer)}`)
  return problemsInWords(answer.refusal.problems)
}

describe('postcodes', () => {
  // As Code-Point Open has them: the second column is the quality of the place, the rest does not matter here.
  const line = (postcode: string, quality: number, eastings: number, northings: number) =>
    `"${postcode}",${quality},${eastings},${northings},"E92000001","E19000001","E18000001","","E08000012","E05000891"`
  const file = [
    line('L1  8JQ', 10, 334_760, 390_400),
    line('L7 2AB', 10, 336_900, 390_500),
    line('SW1A 1AA', 10, 529_090, 179_645),
    line('L99 1AA', 90, 0, 0),
  ].join('\n')

  it('inside the area are kept where the National Grid puts them, and no others', async () => {
    expect(await loadPostcodes(asking(operator), files(file))).toEqual({ ok: true, value: { rows: 4, kept: 2 } })
    const kept = await world.admin`select * from postcode order by postcode`
    expect(kept.map(({ postcode }) => postcode)).toEqual(['L18JQ', 'L72AB'])
    // 860 metres east of the Liver Building, which stands at SJ 339 904: 53.4058 N, 2.9958 W.
    expect(kept[0]?.lat).toBeCloseTo(53.406, 3)
    expect(kept[0]?.lng).toBeCloseTo(-2.983, 3)
  })

  it('move when a newer file says so, and the same file twice leaves them', async () => {
    await loadPostcodes(asking(operator), files(file))
    const before = await world.admin`select * from postcode order by postcode`
    await loadPostcodes(asking(operator), files(file))
    expect(await world.admin`select * from postcode order by postcode`).toEqual(before)
    await loadPostcodes(asking(operator), files(line('L7 2AB', 10, 336_000, 391_000)))
    const [moved] = await world.admin`select * from postcode where postcode = 'L72AB'`
    expect(moved?.lat).not.toBe(before[1]?.lat)
    expect(await world.admin`select 1 from postcode`).toHaveLength(2)
  })

  it.each([
    {
      why: 'a header, which this file has not',
      text: `Postcode,Quality,Eastings,Northings\n${file}`,
      says: /^Line 1: “Postcode” is not a postcode/,
    },
    {
      why: 'no metres',
      text: `${file}\n${line('L8 1AA', 10, 1, 2).replace(',1,2,', ',53.4,-2.9,')}`,
      says: /^Line 5: “53.4, -2.9” are not eastings/,
    },
    {
      why: 'a file that was cut off',
      text: `${file}\n"L8 1AA",10`,
      says: /^Line 5: This line has 2 columns instead of 4/,
    },
  ])('are refused with the line, and nothing is kept: $why', async ({ text, says }) => {
    await world.admin`delete from postcode`
    expect(wordsOf(await loadPostcodes(asking(operator), files(text)))).toEqual([expect.stringMatching(says)])
    expect(await world.admin`select 1 from postcode`).toHaveLength(0)
  })
})

describe('street-level crime', () => {
  const HEADER =
    'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'
  const crime = (month: string, lng: string, lat: string, type = 'Drugs', force = 'Merseyside Police') =>
    `,${month},${force},${force},${lng},${lat},On or near Some Street,E01,Liverpool 001A,${type},,`
  const file = (...lines: string[]) => [HEADER, ...lines].join('\n')
  const april = file(
    crime('2026-04', '-2.98', '53.41'),
    crime('2026-04', '-2.98', '53.41'),
    crime('2026-04', '-2.98', '53.41', 'Burglary'),
    crime('2026-04', '', ''),
    crime('2026-04', '-0.12', '51.5'),
  )
  const counts = () =>
    world.admin`select to_char(month, 'YYYY-MM') as month, cell::text, category, crimes from street_crime order by 1, 2, 3`
  const cell = BigInt(`0x${cellOf({ lat: 53.41, lng: -2.98 })}`).toString()

  it('is kept as counts by month, hexagon and kind; the same file twice leaves the same', async () => {
    const told = { ok: true, value: { rows: 5, counted: 3, months: ['2026-04'] } }
    for (let run = 0; run < 2; run += 1) {
      expect(await loadStreetCrime(asking(operator), files(april))).toEqual(told)
      expect(await counts()).toEqual([
        { month: '2026-04', cell, category: 'Burglary', crimes: 1 },
        { month: '2026-04', cell, category: 'Drugs', crimes: 2 },
      ])
    }
  })

  it('of a month is replaced by what is loaded for it later; other months stay', async () => {
    await loadStreetCrime(asking(operator), files(april))
    await loadStreetCrime(asking(operator), files(file(crime('2026-05', '-2.98', '53.41'))))
    const cheshire = file(crime('2026-04', '-2.75', '53.34', 'Drugs', 'Cheshire Constabulary'))
    expect(await loadStreetCrime(asking(operator), files(april, cheshire))).toMatchObject({ value: { counted: 4 } })
    expect((await counts()).map(({ month, crimes }) => `${month} ${crimes}`)).toEqual([
      '2026-04 1',
      '2026-04 2',
      '2026-04 1',
      '2026-05 1',
    ])
    expect(wordsOf(await loadStreetCrime(asking(operator), files(april, april)))).toEqual([
      'file-2.csv, line 2: Merseyside Police, 2026-04 is already in file-1.csv',
      ...[3, 4, 5, 6].map((at) => `file-2.csv, line ${at}: Merseyside Police, 2026-04 is already in file-1.csv`),
    ])
  })

  it('counts the lines of one crime once, and each line that names no crime', async () => {
    const id = 'c2de996f84b255b3cabe66d4249f4a7973d2b2f1a483c32744ce42a986c94182'
    const line = (crimeId: string) => `${crimeId},2026-03,Merseyside Police,-2.98,53.41,Drugs`
    const lines = [
      ...Array<string>(13).fill(line(id)),
      line(id.toUpperCase()),
      line(''),
      line(''),
      line('Unknown'),
      line('Unknown'),
    ]
    const text = ['Crime ID,Month,Falls within,Longitude,Latitude,Crime type', ...lines].join('\n')
    expect(await loadStreetCrime(asking(operator), files(text))).toMatchObject({ value: { rows: 18, counted: 5 } })
  })

  it.each([
    { why: 'columns of another file', text: 'a,b\n1,2', says: /^Line 1: .*Missing: Month, Falls within, Longitude/ },
    { why: 'swapped coordinates', text: file(crime('2026-06', '53.41', '-2.98')), says: /^Line 2: “Longitude” and/ },
    { why: 'no month', text: file(crime('June', '-2.98', '53.41')), says: /^Line 2: “June” is not a month/ },
    { why: 'a month ahead', text: file(crime('2026-12', '-2.98', '53.41')), says: /^Line 2: “2026-12” is not a month/ },
    {
      why: 'a formula',
      text: file(crime('2026-06', '-2.98', '53.41', '=1')),
      says: /^Line 2: The cell “Crime type” b/,
    },
  ])('is refused with the line: $why', async ({ text, says }) => {
    const before = await counts()
    expect(wordsOf(await loadStreetCrime(asking(operator), files(text)))).toEqual([expect.stringMatching(says)])
    expect(await counts()).toEqual(before)
  })

  const real = new URL('../../../../../shared/data/police/2014-04-merseyside-street.csv', import.meta.url).pathname
  it.skipIf(!existsSync(real))('of a published month is read whole', async () => {
    const told = await loadStreetCrime(asking(operator), files(readFileSync(real, 'utf8')))
    expect(told).toMatchObject({ ok: true, value: { rows: 12_925, months: ['2014-04'] } })
    const [sum] = await world.admin`select sum(crimes)::int as all from street_crime where month = '2014-04-01'`
    expect(told).toMatchObject({ value: { counted: sum?.all } })
    expect(Number(sum?.all)).toBeGreaterThan(12_000)
  })
})

describe('residents', () => {
  const here = cellOf({ lat: 53.41, lng: -2.98 })
  const [beside = ''] = ringAround(here)
  const there = cellOf({ lat: 51.5, lng: -0.12 })
  const file = (...lines: string[]) => ['cell,residents', ...lines].join('\n')

  it('of hexagons inside the area are kept, in place of those before', async () => {
    const both = file(`${here},812`, `${beside},40`, `${there},9000`)
    expect(await loadPopulation(asking(operator), files(both))).toEqual({
      ok: true,
      value: { rows: 3, kept: 2, residents: 852 },
    })
    await loadPopulation(asking(operator), files(file(`${here},900`)))
    expect(await world.admin`select residents from cell_population`).toEqual([{ residents: 900 }])
  })

  it('are only looked at by a dry run', async () => {
    const before = await world.admin`select * from cell_population`
    const answer = await loadPopulation(asking(operator), { ...files(file(`${beside},7`)), dryRun: true })
    expect(answer).toMatchObject({ ok: true, value: { kept: 1 } })
    expect(await world.admin`select * from cell_population`).toEqual(before)
  })

  it.each([
    { why: 'no hexagon', text: file('Anfield,10'), says: /^Line 2: “anfield” is not an H3 hexagon of resolution 8$/ },
    { why: 'a wider hexagon', text: file(`${widen(here, 7)},10`), says: /^Line 2: .* of resolution 8$/ },
    { why: 'half a person', text: file(`${here},10.5`), says: /^Line 2: “10.5” is not a number of residents$/ },
    {
      why: 'a hexagon twice',
      text: file(`${here},1`, `${here},2`),
      says: /^Line 3: The hexagon .* appears earlier in the file$/,
    },
  ])('are refused with the line: $why', async ({ text, says }) => {
    expect(wordsOf(await loadPopulation(asking(operator), files(text)))).toEqual([expect.stringMatching(says)])
  })
})

it.each([
  { what: 'postcodes', load: loadPostcodes, text: 'L7 2AB,10,336900,390500' },
  {
    what: 'street-level crime',
    load: loadStreetCrime,
    text: 'Month,Falls within,Longitude,Latitude,Crime type\n2026-02,A,-2.98,53.41,Drugs',
  },
  { what: 'residents', load: loadPopulation, text: `cell,residents\n${cellOf({ lat: 53.41, lng: -2.98 })},812` },
])('$what are read with empty lines and columns, and with semicolons or tabs', async ({ load, text }) => {
  const told = { ok: true, value: { rows: 1 } }
  for (const file of [
    text.replace(/$/gm, ',,'),
    `${text}\n,,,,\n`,
    text.replaceAll(',', ';'),
    text.replaceAll(',', '\t'),
  ])
    expect(await load(asking(operator), files(file))).toMatchObject(told)
})

it('nobody but the operator loads any of it', async () => {
  const refusal = { ok: false, refusal: { kind: 'not-allowed' } }
  expect(await loadPostcodes(asking(coordinator), files(''))).toEqual(refusal)
  expect(await loadStreetCrime(asking(coordinator), files(''))).toEqual(refusal)
  expect(await loadPopulation(asking(coordinator), files(''))).toEqual(refusal)
})
