import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { incidentFile, incidentLine, inPieces } from '../../../../tests/support/csv.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { cellOf } from '../../../domain/hotspots/map/cell.ts'
import { cellOfWard } from '../../../domain/hotspots/places/ward-centre.ts'
import type { CsvSource } from './csv-bytes.server.ts'
import { problemsInWords } from './csv-problems.server.ts'
import { importIncidents } from './import-incidents.server.ts'

const world = await openWorld()
const office = await world.agency({ kind: 'council_unit' })
const coordinator = await world.staff(office, 'coordinator', 'Marcus Adeyemi')
const TOWN_HALL = { lat: 53.4084, lng: -2.9916 }
await world.admin`insert into postcode ${world.admin({ postcode: 'L72AB', lat: 53.41, lng: -2.95 })}`

function take(agencyId: string, source: CsvSource | string, dryRun = false) {
  const bytes = typeof source === 'string' ? inPieces(source) : source
  return importIncidents(asking(coordinator), { agencyId, source: bytes, dryRun })
}

async function wordsOf(agencyId: string, source: CsvSource | string): Promise<string[]> {
  const answer = await take(agencyId, source)
  if (answer.ok || answer.refusal.kind !== 'unsound') throw new Error(`Not refused: ${JSON.stringify(answer)}`)
  return problemsInWords(answer.refusal.problems)
}

const countedOf = (agencyId: string) => world.admin`
  select * from counted_incident where agency_id = ${agencyId} order by recorded_at, incident_id`

const numberOf = (cell: string) => BigInt(`0x${cell}`).toString()

describe('incidents of an agency whose own system is elsewhere', () => {
  it('are counted by their hexagon, and only numbers are kept of who and which', async () => {
    const { agencyId } = await world.agency()
    const file = incidentFile([
      incidentLine({ reference: 'HA/77', client: 'P-9', crime_reference: 'MP/2026/0001' }),
      incidentLine({ reference: 'HA/78', client: 'P-9', recorded_on: '2026-10-06', place: 'ward', ward: 'Speke' }),
      incidentLine({ reference: 'HA/79', recorded_on: '2026-10-07', place: 'postcode', postcode: 'l7 2ab' }),
      incidentLine({ reference: 'HA/80', recorded_on: '2026-10-08', place: 'online', lat: '', lng: '' }),
      incidentLine({ reference: 'HA/81', recorded_on: '2026-10-09', place: 'unknown', strand: 'disability' }),
    ])
    expect(await take(agencyId, file)).toEqual({ ok: true, value: { rows: 5, added: 5 } })
    const rows = await countedOf(agencyId)
    expect(rows.map(({ cell, online }) => [cell, online])).toEqual([
      [numberOf(cellOf(TOWN_HALL)), false],
      [numberOf(cellOfWard('Speke')), false],
      [numberOf(cellOf({ lat: 53.41, lng: -2.95 })), false],
      [null, true],
      [null, false],
    ])
    expect(rows[0]?.person).toBe(rows[1]?.person)
    expect(rows[0]?.person).not.toBe(rows[2]?.person)
    expect(rows[0]?.crime_key).not.toBeNull()
    expect(rows[0]?.recorded_at).toEqual(new Date('2026-10-04T23:00:00Z'))
    expect(JSON.stringify(rows)).not.toMatch(/HA\/7|P-9|MP\/2026|53\.4/)
    const [kept] = await world.admin`select * from incident_import where agency_id = ${agencyId}`
    expect(kept).toMatchObject({
      rows: 5,
      added: 5,
      imported_by: `Marcus Adeyemi, ${office.name}`,
      imported_at: MONDAY_MORNING,
    })
    const [event] = await world.admin`select data from case_event where kind = 'incidents-imported'`
    expect(event?.data).toEqual({ importId: kept?.import_id, agencyId, rows: 5, added: 5 })
  })

  it('change nothing when the same file comes again, and a longer one adds its new lines', async () => {
    const { agencyId } = await world.agency()
    const lines = [incidentLine(), incidentLine({ reference: 'R-2' })]
    await take(agencyId, incidentFile(lines))
    const before = await countedOf(agencyId)
    expect(await take(agencyId, incidentFile([...lines].reverse()))).toEqual({ ok: true, value: { rows: 2, added: 0 } })
    expect(await countedOf(agencyId)).toEqual(before)
    const longer = incidentFile([...lines, incidentLine({ reference: 'R-3' }), incidentLine({ reference: 'R-3' })])
    expect(await take(agencyId, longer)).toEqual({ ok: true, value: { rows: 4, added: 1 } })
  })

  it('are refused with their line where they are here otherwise, or stand twice in the file otherwise', async () => {
    const { agencyId } = await world.agency()
    await take(agencyId, incidentFile([incidentLine()]))
    const other = incidentFile([incidentLine({ reference: 'R-2' }), incidentLine({ strand: 'religion' })])
    expect(await wordsOf(agencyId, other)).toEqual([
      expect.stringMatching(/^Line 3: This reference was already imported/),
    ])
    const twice = incidentFile([incidentLine({ reference: 'R-4' }), incidentLine({ reference: 'R-4', client: 'P-2' })])
    expect(await wordsOf(agencyId, twice)).toEqual([
      expect.stringMatching(/^Line 3: This reference appears earlier in the file/),
    ])
    expect(await countedOf(agencyId)).toHaveLength(1)
  })

  it('are the agency’s own: the same reference and client of two agencies are two', async () => {
    const [one, other] = [await world.agency(), await world.agency()]
    await take(one.agencyId, incidentFile([incidentLine()]))
    expect(await take(other.agencyId, incidentFile([incidentLine()]))).toMatchObject({ value: { added: 1 } })
    const [[here], [there]] = [await countedOf(one.agencyId), await countedOf(other.agencyId)]
    expect(here?.person).not.toBe(there?.person)
  })

  it('are only looked at by a dry run, which says what it would add', async () => {
    const { agencyId } = await world.agency()
    expect(await take(agencyId, incidentFile([incidentLine()]), true)).toEqual({
      ok: true,
      value: { rows: 1, added: 1 },
    })
    expect(await countedOf(agencyId)).toEqual([])
    expect(await world.admin`select 1 from incident_import where agency_id = ${agencyId}`).toHaveLength(0)
  })

  it('of the same form are taken once', async () => {
    const { agencyId } = await world.agency()
    const form = asking(coordinator)
    const input = () => ({ agencyId, source: inPieces(incidentFile([incidentLine()])), dryRun: false })
    const first = await importIncidents(form, input())
    expect(await importIncidents(form, input())).toEqual(first)
    expect(await world.admin`select 1 from incident_import where agency_id = ${agencyId}`).toHaveLength(1)
  })

  it('are not taken from anybody but coordinator and operator, nor for an agency that does not exist', async () => {
    const { agencyId } = await world.agency()
    const manager = await world.staff({ agencyId, name: '' }, 'manager')
    const input = { agencyId, source: inPieces(incidentFile([incidentLine()])), dryRun: false }
    expect(await importIncidents(asking(manager), input)).toMatchObject({ refusal: { kind: 'not-allowed' } })
    expect(await take(randomUUID(), incidentFile([]))).toMatchObject({ refusal: { kind: 'no-such-agency' } })
  })
})

describe('a file that is broken', async () => {
  const { agencyId } = await world.agency()
  const sound = [incidentLine(), incidentLine({ reference: 'R-2' })]
  const withLine = (given: Parameters<typeof incidentLine>[0]) => incidentFile([incidentLine(), incidentLine(given)])

  it.each([
    {
      why: 'saved in Windows-1252',
      file: Buffer.from(withLine({ client: 'Ren\u00e9e' }), 'latin1'),
      says: /^Line 3: This line is not in UTF-8/,
    },
    {
      why: 'saved in UTF-16',
      file: Buffer.from(`\uFEFF${incidentFile(sound)}`, 'utf16le'),
      says: /^Line 1: This is not a CSV file\. Save it as “CSV UTF-8”/,
    },
    {
      why: 'a workbook, which XLSX and ODS keep in a ZIP',
      file: Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8]),
      says: /^Line 1: This is not a CSV file/,
    },
    { why: 'a NUL in a line', file: withLine({ client: 'P\0' }), says: /^Line 3: This is not a CSV file/ },
    {
      why: 'without a column',
      file: incidentFile(sound).replaceAll(/,([^,\n]*)\n/g, '\n'),
      says: /^Line 1: .*Missing: crime_reference$/,
    },
    {
      why: 'with a column too many, such as a name',
      file: incidentFile(sound).replaceAll('\n', ',x\n'),
      says: /^Line 1: Remove these columns, which are not accepted: x$/,
    },
    { why: 'with an impossible date', file: withLine({ recorded_on: '2026-02-30' }), says: /^Line 3: “2026-02-30” in/ },
    { why: 'with a date ahead', file: withLine({ recorded_on: '2026-12-24' }), says: /^Line 3: .* is in the future$/ },
    {
      why: 'with coordinates swapped',
      file: withLine({ lat: '-2.9916', lng: '53.4084' }),
      says: /^Line 3: “lat” and “lng” are swapped/,
    },
    {
      why: 'outside the area',
      file: withLine({ lat: '51.5', lng: '-0.12' }),
      says: /^Line 3: .* outside the partnership’s area/,
    },
    {
      why: 'with no number',
      file: withLine({ lat: '53,4', lng: '-2.99' }).replace('53,4', '"53,4"'),
      says: /^Line 3: .*degrees/,
    },
    ...['=1+1', '+1', '-1', '@SUM(A1)', '\tx'].map((client) => ({
      why: `with a cell that begins like a formula, ${JSON.stringify(client)}`,
      file: withLine({ client }),
      says: /^Line 3: The cell “client” begins like a formula/,
    })),
    {
      why: 'with a return that begins a cell',
      file: withLine({ reference: '"\rx"' }),
      says: /^Line \d: The cell “reference” begins like a formula/,
    },
    {
      why: 'with an unknown strand',
      file: withLine({ strand: 'hate' }),
      says: /^Line 3: “hate” is not a strand: write race/,
    },
    { why: 'without a client', file: withLine({ client: ' ' }), says: /^Line 3: The cell “client” must be filled in$/ },
    {
      why: 'with an unknown kind of place',
      file: withLine({ place: 'home' }),
      says: /^Line 3: “home” is not a kind of/,
    },
    {
      why: 'with an unknown ward',
      file: withLine({ place: 'ward', ward: 'Bootle' }),
      says: /^Line 3: “Bootle” is not a ward/,
    },
    {
      why: 'with a postcode that was never loaded',
      file: withLine({ place: 'postcode', postcode: 'L99 9ZZ' }),
      says: /^Line 3: The postcode L99 9ZZ is not among/,
    },
    {
      why: 'cut off in the middle of a line',
      file: incidentFile(sound).slice(0, -30),
      says: /^Line 3: This line has \d columns instead of 10: the file may have been cut off here$/,
    },
    {
      why: 'cut off inside quotation marks',
      file: `${incidentFile(sound)}R-3,2026-10-05,"ra`,
      says: /^Line 4: A quotation mark is opened here and never closed/,
    },
    {
      why: 'with a stray quotation mark',
      file: withLine({ client: 'P"1' }),
      says: /^Line 3: There is a quotation mark inside/,
    },
    {
      why: 'words under a column without a name',
      file: incidentFile([`${incidentLine()},x`]).replace('crime_reference', 'crime_reference,'),
      says: /^Line 2: Column 11 is filled in here but has no name/,
    },
    { why: 'no columns that are known', file: 'a;b\n1;2\n', says: /^Line 1: The first line must name the columns/ },
    { why: 'empty', file: '', says: /^Line 1: The file is empty$/ },
    { why: 'a header alone', file: incidentFile([]), says: /^Line 1: There are no lines after the header$/ },
    { why: 'no text at all', file: Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0, 10, 7]), says: /^Line 1: / },
  ])('is refused with the line, and nothing of it is kept: $why', async ({ file, says }) => {
    expect(await wordsOf(agencyId, inPieces(file, 1_000))).toEqual([expect.stringMatching(says)])
    expect(await countedOf(agencyId)).toEqual([])
  })

  it.each([
    { why: 'a byte order mark', file: `\uFEFF${incidentFile(sound)}` },
    { why: 'CRLF', file: incidentFile(sound, '\r\n') },
    {
      why: 'both, with empty lines and no end of line at the end',
      file: `\uFEFF${incidentFile(sound, '\r\n\r\n').trimEnd()}`,
    },
    { why: 'quotation marks and columns in another order', file: reordered() },
    { why: 'lines of commas alone', file: `,,,,,,,,,\n${incidentFile(sound)}, ,,,,,,,,\n,,,,,,,,,,,\n` },
    {
      why: 'empty columns beside and between the others',
      file: incidentFile(sound).replace(/^([^,\n]+),(.*)$/gm, '$1,,$2,,'),
    },
    { why: 'semicolons and decimal commas', file: parted(';').replace(/(\d)\.(\d)/g, '$1,$2') },
    { why: 'a line that names the semicolon', file: `sep=;\r\n${parted(';')}` },
    { why: 'tabs', file: parted('\t') },
    { why: 'the line ends of an old Macintosh', file: incidentFile(sound, '\r') },
  ])('is not what these are: $why', async ({ file }) => {
    const { agencyId: another } = await world.agency()
    expect(await take(another, inPieces(file, 3))).toEqual({ ok: true, value: { rows: 2, added: 2 } })
  })

  function parted(by: string): string {
    return incidentFile(sound).replaceAll(',', by)
  }

  function reordered(): string {
    const lines = incidentFile(sound).trimEnd().split('\n')
    const turned = lines.map((line) =>
      line
        .split(',')
        .reverse()
        .map((cell) => `"${cell}"`)
        .join(','),
    )
    return `${turned.join('\n')}\n`
  }

  it('names the first twenty faults and counts the rest', async () => {
    const bad = Array.from({ length: 12_345 }, (_, at) => incidentLine({ reference: `B-${at}`, strand: 'none' }))
    const words = await wordsOf(agencyId, inPieces(incidentFile(bad), 65_536))
    expect(words).toHaveLength(21)
    expect(words[0]).toMatch(/^Line 2: /)
    expect(words[20]).toBe('and 12,325 more')
  })

  it('of a single line of a gigabyte is refused after a hundredth of it, and fills no memory', async () => {
    let given = 0
    function* endless() {
      yield Buffer.from(incidentFile([incidentLine()]))
      const block = Buffer.alloc(65_536, 'x')
      for (; given < 2 ** 30; given += block.length) yield block
    }
    const before = process.memoryUsage().rss
    expect(await wordsOf(agencyId, endless())).toEqual([expect.stringMatching(/^Line 3: .*longer than 64 KB/)])
    expect(given).toBeLessThan(2 ** 30 / 100)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20)
  })
})
