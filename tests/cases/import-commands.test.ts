import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accord } from '../support/accord.ts'
import { incidentFile, incidentLine } from '../support/csv.ts'
import { openWorld } from '../support/world.ts'

const world = await openWorld()
const agency = await world.agency({ name: 'Harthill Bridge Homes' })
await world.staff(agency, 'administrator')
const { database } = world
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileOf(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

function run(...words: string[]) {
  const env = { DATABASE_URL: database.adminUrl, ACCORD_SECRET: database.secret, ORIGIN: 'https://accord.example.org' }
  return accord(database, ['import', ...words], env)
}

const incidents = (file: string, ...more: string[]) => run('incidents', file, '--agency', agency.name, ...more)
const counted = () => world.admin`select count(*)::int as rows from counted_incident`

describe('accord import incidents', () => {
  it('tries, imports, and changes nothing the second time', async () => {
    const file = await fileOf('own.csv', incidentFile([incidentLine(), incidentLine({ reference: 'R-2' })]))
    expect(await incidents(file, '--dry-run')).toEqual({
      code: 0,
      out: 'Nothing was changed. A real run would give: 2 incidents read, 2 added, 0 already here.\n',
      err: '',
    })
    expect(await counted()).toEqual([{ rows: 0 }])
    expect(await incidents(file, '--json')).toMatchObject({ code: 0, out: '{"rows":2,"added":2,"dryRun":false}\n' })
    expect(await run('incidents', file, '--agency', agency.agencyId)).toMatchObject({
      out: '2 incidents read, 0 added, 2 already here.\n',
    })
    const [kept] = await world.admin`select imported_by, file_sha256 from incident_import order by imported_at limit 1`
    expect(kept?.imported_by).toBe('The operator, Harthill Bridge Homes')
    expect(kept?.file_sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('names each fault with its line and ends with 1; what was asked wrongly ends with 2', async () => {
    const file = await fileOf('bad.csv', incidentFile([incidentLine({ reference: 'R-9' }), incidentLine({ lat: '9' })]))
    const answer = await incidents(file)
    expect(answer).toEqual({
      code: 1,
      out: '',
      err: 'Nothing was imported.\nLine 3: This point is outside the partnership’s area\n',
    })
    const asJson = await incidents(file, '--json')
    expect(JSON.parse(asJson.out)).toEqual({ errors: [{ line: 3, message: expect.any(String) }], more: 0 })
    expect(await incidents(join(folder, 'none.csv'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no file'),
    })
    expect(await run('incidents', file)).toMatchObject({ code: 2, err: expect.stringContaining('--agency') })
    expect(await run('incidents', file, '--agency', 'Nobody')).toMatchObject({ code: 1 })
    expect((await run('incidents', '--help')).out).toContain('reference,recorded_on,strand,client,place')
  })

  it('takes fifty thousand lines with no more memory than five thousand, and tells how far it is', async () => {
    const before = (await counted())[0]?.rows
    const peaks = []
    for (const lines of [5_000, 50_000]) {
      const file = join(folder, `${lines}.csv`)
      await pipeline(Readable.from(manyLines(lines)), createWriteStream(file))
      const answer = await peakOf(file)
      expect(answer).toMatchObject({ code: 0, out: expect.stringContaining(`"added":${lines}`) })
      peaks.push(answer.peak)
    }
    const [small = 0, large = 0] = peaks
    expect(large - small).toBeLessThan(48 * 1024)
    expect((await counted())[0]?.rows).toBe(before)
  }, 300_000)

  function* manyLines(lines: number) {
    yield incidentFile([])
    for (let at = 0; at < lines; at += 1)
      yield `${incidentLine({ reference: `M-${at}`, client: `P-${at % 999}`, lat: (53.35 + (at % 997) / 10_000).toFixed(4) })}\n`
  }

  /** Kilobytes of memory at most, as the process itself says at its end. */
  async function peakOf(file: string) {
    const told = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))"
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(told)}`
    const env = { DATABASE_URL: database.adminUrl, ACCORD_SECRET: database.secret, ORIGIN: 'https://a.example.org' }
    const words = ['import', 'incidents', file, '--agency', agency.name, '--dry-run', '--json']
    const answer = await accord(database, words, { ...env, NODE_OPTIONS })
    return { ...answer, peak: Number(/peak (\d+)/.exec(answer.err)?.[1]) }
  }
})

it('a failure of the database is reported without a word of the file', async () => {
  const take = 'app.import_incidents(uuid, uuid, text[], bigint[], boolean[], text[], text[], text[], timestamptz[])'
  await world.admin.unsafe(`revoke execute on function ${take} from portal_app`)
  const file = await fileOf('told.csv', incidentFile([incidentLine({ reference: 'Zephyrine-1', client: 'Zephyrine' })]))
  const answer = await incidents(file)
  expect(answer).toMatchObject({ code: 1, out: '', err: expect.stringContaining('permission denied') })
  expect(answer.err).not.toContain('Zephyrine')
  await world.admin.unsafe(`grant execute on function ${take} to portal_app`)
})

describe('accord import postcodes, police, population', () => {
  it('load what the map needs and say how much, with an event in the administrator’s log', async () => {
    const postcodes = await fileOf('l.csv', '"L7 2AB",10,336900,390500\n"SW1A 1AA",10,529090,179645\n')
    expect(await run('postcodes', postcodes)).toMatchObject({
      code: 0,
      out: '2 postcodes read, 1 inside the area kept.\n',
    })
    const header = 'Month,Falls within,Longitude,Latitude,Crime type'
    const police = await fileOf('street.csv', `${header}\n2026-04,Merseyside Police,-2.98,53.41,Drugs\n`)
    expect(await run('police', police, '--json')).toMatchObject({
      code: 0,
      out: '{"rows":1,"counted":1,"months":["2026-04"],"dryRun":false}\n',
    })
    const residents = await fileOf('cells.csv', 'cell,residents\n8819510523fffff,812\n')
    expect(await run('population', residents)).toMatchObject({
      code: 0,
      out: expect.stringContaining('hexagons loaded'),
    })
    const events =
      await world.admin`select data->>'what' as what from case_event where kind = 'map-data-loaded' order by seq`
    expect(events.map(({ what }) => what)).toEqual(['postcodes', 'police', 'population'])
  })
})
