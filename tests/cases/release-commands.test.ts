import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { syntheticQuarter } from '../../app/demo/synthetic-incidents.ts'
import { accord } from '../support/accord.ts'
import { countIncidents } from '../support/hotspots/releases.ts'
import { openWorld } from '../support/world.ts'

const world = await openWorld()
const agencies = await Promise.all([1, 2, 3, 4, 5].map(() => world.agency()))
const [home] = agencies
if (!home) throw new Error('No agency.')
const coordinator = await world.staff(home, 'coordinator')
const approver = await world.staff(home, 'administrator')
const folder = mkdtempSync(join(tmpdir(), 'accord-release-'))
const release = (...words: string[]) => accord(world.database, ['release', ...words])

beforeAll(async () => {
  for (const [quarter, period] of ['2026-Q1', '2026-Q2'].entries()) {
    const incidents = syntheticQuarter({ quarter, quarters: 8, incidents: 900, agencies: 5 })
    await countIncidents(
      coordinator,
      agencies.map(({ agencyId }) => agencyId),
      { period, incidents },
    )
  }
})

describe('accord release', () => {
  test('builds, proposes and publishes by two people', async () => {
    for (const period of ['2026-Q1', '2026-Q2']) {
      const built = await release('build', period, '--as', coordinator.email, '--json')
      expect(built.err).toBe('')
      const { releaseId, state, attackReport } = JSON.parse(built.out)
      expect(state).toBe('built')
      expect(attackReport.attempts.every(({ found }: { found: number }) => found === 0)).toBe(true)
      expect((await release('propose', releaseId, '--as', coordinator.email)).code).toBe(0)
      const alone = await release('approve', releaseId, '--as', coordinator.email)
      expect(alone).toMatchObject({ code: 1 })
      expect(alone.err).toContain('Another person must decide')
      expect((await release('approve', releaseId, '--as', approver.email)).out).toContain('Published as release')
    }
  }, 300_000)

  test('exports what was published, and verifies it from the file alone', async () => {
    const files = ['2026-Q1', '2026-Q2'].map((period) => join(folder, `${period}.json`)) as [string, string]
    for (const [at, period] of ['2026-Q1', '2026-Q2'].entries())
      writeFileSync(files[at] ?? '', (await release('export', period)).out)
    const [row] = await world.admin`select sha256 from hotspot_release where period = '2026-Q2'`
    const sound = await release('verify', files[1], '--earlier', files[0], '--json')
    expect(JSON.parse(sound.out)).toEqual({
      period: '2026-Q2',
      sha256: row?.sha256,
      comparedWith: ['ledger'],
      faults: [],
    })
    expect((await release('verify', '2026-Q2')).out).toContain('has no errors')

    const alone = join(folder, 'nowhere')
    const elsewhere = (...words: string[]) =>
      accord(world.database, ['release', 'verify', ...words], { DATA_DIR: alone })
    const unknown = await elsewhere(files[1], '--earlier', files[0])
    expect(unknown).toMatchObject({ code: 0, out: expect.stringContaining('was not checked: give its SHA-256') })
    expect((await elsewhere(files[1], '--earlier', files[0], '--sha256', row?.sha256)).out).not.toContain('not checked')
    expect(existsSync(alone)).toBe(false)

    const spaced = join(folder, 'spaced.json')
    writeFileSync(spaced, `${readFileSync(files[1], 'utf8')} `)
    const changed = await release('verify', spaced, '--earlier', files[0])
    expect(changed).toMatchObject({ code: 1, out: expect.stringContaining('It is not the file that was published') })
    const given = await elsewhere(spaced, '--earlier', files[0], '--sha256', row?.sha256)
    expect(given).toMatchObject({ code: 1, out: expect.stringContaining('not the one given: the file was changed') })

    const forged = JSON.parse(readFileSync(files[1], 'utf8'))
    forged.areas.incidents[0] = 5
    writeFileSync(files[1], JSON.stringify(forged))
    const found = await release('verify', files[1], '--earlier', files[0])
    expect(found.code).toBe(1)
    expect(found.out).toContain('less than 10')
    expect(found.out).toContain('It is not the file that was published')
  }, 300_000)

  test('exports the table of the map for a spreadsheet and for a map', async () => {
    expect((await release('export', '2026-Q1', '--format', 'csv')).out).toContain('Incidents, about')
    const { features } = JSON.parse((await release('export', '2026-Q1', '--format', 'geojson')).out)
    expect(features.length).toBeGreaterThan(20)
  }, 300_000)

  test.each([
    {
      why: 'there is no such period',
      words: ['verify', '2031-Q1'],
      code: 1,
      says: 'no file, no release and no period',
    },
    {
      why: 'nobody signs in so',
      words: ['build', '2026-Q3', '--as', 'x@y.z'],
      code: 1,
      says: 'There is no sign-in for',
    },
    {
      why: 'the format is unknown',
      words: ['export', '2026-Q1', '--format', 'xls'],
      code: 2,
      says: 'json, csv or geojson',
    },
    {
      why: 'the hash is none',
      words: ['verify', '2026-Q1', '--sha256', 'abc'],
      code: 2,
      says: '64 hexadecimal digits',
    },
  ])('says so when $why', async ({ words, code, says }) => {
    const answer = await release(...words)
    expect(answer.code).toBe(code)
    expect(answer.err).toContain(says)
  })
})
