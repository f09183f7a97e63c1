import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reportedCase } from '../../../../tests/support/cases.ts'
import { incidentFile, incidentLine, inPieces } from '../../../../tests/support/csv.ts'
import { crimeReferenceKey } from '../../../../tests/support/hotspots/crime-reference-key.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { saysUnknown } from '../../../domain/cases/crime-reference.ts'
import { toDay } from '../../../domain/time/calendar-day.ts'
import { problemsInWords } from './csv-problems.server.ts'
import { importIncidents } from './import-incidents.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const officer = await world.staff(harthill)
const office = await world.agency({ kind: 'council_unit' })
const coordinator = await world.staff(office, 'coordinator')

const crimesOf = async (agencyId: string) => {
  const rows = await world.admin`select crime_key from counted_incident where agency_id = ${agencyId} order by 1`
  return rows.map(({ crime_key }) => crime_key)
}

function importLines(agencyId: string, references: readonly string[], given: Parameters<typeof incidentLine>[0] = {}) {
  const lines = references.map((crime_reference, at) =>
    incidentLine({ reference: `R-${at}`, client: `P-${at}`, crime_reference, ...given }),
  )
  return importIncidents(asking(coordinator), { agencyId, source: inPieces(incidentFile(lines)), dryRun: false })
}

it('three reports whose crime reference is “Not known” are three incidents on the map', async () => {
  for (const crimeReference of ['Not known', 'Not known', 'not  known']) {
    await reportedCase(officer, { report: { crimeReference } })
  }
  expect(await crimesOf(harthill.agencyId)).toEqual([null, null, null])
})

it('a crime that two agencies hold is counted once, however each typed its reference', async () => {
  const other = await world.agency()
  const here = await world.agency()
  const { agencyId } = here
  await reportedCase(await world.staff(here), { report: { crimeReference: 'Crime ref: ms 26 104411' } })
  await importLines(other.agencyId, ['MS/26/104411'])
  const [own, imported] = [await crimesOf(agencyId), await crimesOf(other.agencyId)]
  expect(own[0]).not.toBeNull()
  expect(own).toEqual(imported)
})

it('sixty imported incidents without a real reference stay sixty', async () => {
  const { agencyId } = await world.agency()
  const words = ['Not known', 'N/K', 'unknown 2026', 'see notes', 'TBC']
  const given = Array.from({ length: 60 }, (_, at) => words[at % words.length] ?? '')
  expect(await importLines(agencyId, given)).toMatchObject({ value: { added: 60 } })
  expect(await crimesOf(agencyId)).toEqual(given.map(() => null))
})

it.each([
  { given: { crime_reference: '1.23E+10' }, says: /^Line 2: A spreadsheet has damaged “crime_reference”/ },
  { given: { crime_reference: '#####' }, says: /^Line 2: A spreadsheet has damaged “crime_reference”/ },
  { given: { reference: '1.23E+10' }, says: /^Line 2: A spreadsheet has damaged “reference”/ },
  { given: { client: 'Unknown' }, says: /^Line 2: “Unknown” in “client” does not identify anything/ },
  { given: { reference: 'n/a' }, says: /^Line 2: “n\/a” in “reference” does not identify anything/ },
])('an identifier that would merge lines is refused with its line: $given', async ({ given, says }) => {
  const { agencyId } = await world.agency()
  const answer = await importLines(agencyId, [''], given)
  if (answer.ok || answer.refusal.kind !== 'unsound') throw new Error('Not refused.')
  expect(problemsInWords(answer.refusal.problems)).toEqual([expect.stringMatching(says)])
})

it('two clients of unknown name with the same birth date in two agencies are two people', async () => {
  const agencies = [await world.agency(), await world.agency()]
  for (const agency of agencies) {
    const report = { clientName: 'Not known', dateOfBirth: toDay('1970-01-01') }
    await reportedCase(await world.staff(agency), { report })
  }
  const rows = await world.admin`
    select person from counted_incident where agency_id in ${world.admin(agencies.map(({ agencyId }) => agencyId))}`
  expect(new Set(rows.map(({ person }) => person)).size).toBe(2)
})

it('the database decides by the same rules as the tests what is a crime reference, and as the portal what says unknown', async () => {
  const part = fc.constantFrom(
    ...[
      'MS',
      'ms',
      '26',
      '104411',
      '/',
      '-',
      ' ',
      '–',
      '.',
      '#',
      'E',
      '+',
      '0',
      '000000',
      '12',
      '2026',
      'not',
      'known',
    ],
    ...[
      'ref',
      'Crime ref: ',
      'No. ',
      'nov',
      'PC',
      '123456',
      '07700900830',
      'é',
      'ß',
      '１',
      '\u00a0',
      '?',
      ',0',
      '\t',
      'unknown',
    ],
  )
  const texts = fc.sample(
    fc.array(part, { maxLength: 7 }).map((parts) => parts.join('')),
    { numRuns: 5_000, seed: 7 },
  )
  const rows = await world.admin<{ key: string | null; unknown: boolean }[]>`
    select app.crime_reference_of(words) as key, app.says_unknown(words) as unknown
    from unnest(${texts}::text[]) with ordinality as t (words, no) order by no`
  const ascii = texts.filter((text) => /^[ -~]*$/.test(text))
  expect(rows.map(({ key }) => key)).toEqual(texts.map(crimeReferenceKey))
  expect(rows.filter((_, at) => ascii.includes(texts[at] ?? '')).map(({ unknown }) => unknown)).toEqual(
    ascii.map(saysUnknown),
  )
})

it('incidents counted before are parted by the migration, and real crimes stay one', async () => {
  const here = await world.agency()
  const taker = await world.staff(here)
  const reported = []
  for (const crimeReference of ['Not known', 'Not known', 'MS/26/777123'])
    reported.push(await reportedCase(taker, { report: { crimeReference } }))
  const imported = await world.agency()
  await importLines(imported.agencyId, ['', '', '', 'MS/26/888123'])
  await world.admin.begin(async (tx) => {
    const old = async (agencyId: string, reference: string) => tx`
      update counted_incident set crime_key = app.number_for('crime|' || ${reference})
      where agency_id = ${agencyId} and crime_key is null`
    await old(here.agencyId, 'NOTKNOWN')
    await old(imported.agencyId, '123E10')
  })
  const file = await readFile(new URL('../../../../db/migrations/0027_crime_references.sql', import.meta.url), 'utf8')
  await world.admin.unsafe(file.slice(file.indexOf('-- What is here already')))
  expect(await crimesOf(here.agencyId)).toEqual([expect.anything(), null, null])
  expect(await crimesOf(imported.agencyId)).toEqual([expect.anything(), null, null, null])
})

it('the same file again completes a reference that was missing and clears one that was none', async () => {
  const { agencyId } = await world.agency()
  await importLines(agencyId, ['', 'MS/26/555111'])
  expect(await importLines(agencyId, ['MS/26/555111', 'Not known'])).toMatchObject({ value: { added: 0 } })
  expect(await crimesOf(agencyId)).toEqual([expect.anything(), null])
  expect(await importLines(agencyId, ['MS/26/555222', ''])).toMatchObject({ refusal: { kind: 'unsound' } })
})
