import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeMapPool, openMapPool } from '../../../../db/as-map-reader.ts'
import { publishedCrimes, publishedReleases, QUARTERS } from '../../../../tests/support/hotspots/invented-releases.ts'
import { openWorld } from '../../../../tests/support/world.ts'
import { widen } from '../../../domain/hotspots/map/cell.ts'
import { mapQueryOf } from './map-query.ts'
import { firstRows, onePage, readMap, readMapLayer } from './read-map.server.ts'

const world = await openWorld()
openMapPool(world.database.mapUrl)
afterAll(closeMapPool)

const read = (query = '') => readMap(mapQueryOf(new URLSearchParams(query)))

it('before anything is published there is no release, and no layer to draw', async () => {
  expect(await read()).toEqual({ periods: [], release: null, crimes: null })
  expect(await readMapLayer(mapQueryOf(new URLSearchParams()))).toBeNull()
})

describe('with releases', () => {
  beforeAll(async () => {
    await publishedReleases(world)
  })

  it('shows the newest, beside the one before it', async () => {
    const { release, periods } = (await read()) ?? {}
    expect(periods?.map(({ period }) => period)).toEqual(QUARTERS)
    expect(release).toMatchObject({ label: 'July to September 2026', beforeLabel: 'April to June 2026', number: 5 })
    expect(release?.changed.length).toBeGreaterThan(3)
  })

  it('answers for a period that was never published as for one that is none', async () => {
    expect(await read('period=2019-Q1')).toBeNull()
  })

  it('says of an older release what was known then, and nothing of what came later', async () => {
    const first = (await read(`period=${QUARTERS[0]}`))?.release
    expect(first?.beforeLabel).toBeNull()
    expect(first?.rows.every(({ compared }) => compared === null)).toBe(true)
  })

  it('names its data by what they are made of: another release, another address', async () => {
    const [newest, older] = [await read(), await read('period=2026-Q2')]
    expect(newest?.release?.dataHref).not.toBe(older?.release?.dataHref)
    expect((await read())?.release?.dataHref).toBe(newest?.release?.dataHref)
  })

  it('tells of the area that holds a hexagon, finer or wider than it was asked for', async () => {
    const rows = (await read())?.release?.rows ?? []
    const fine = rows.find(({ cell }) => cell.startsWith('88'))?.cell ?? ''
    expect((await read(`at=${fine}`))?.release?.at?.cell).toBe(fine)
    const around = (await read(`at=${widen(fine, 7)}`))?.release?.at?.cell ?? ''
    expect([fine, around].map((cell) => widen(cell, 5))).toEqual([widen(fine, 5), widen(fine, 5)])
  })

  it('gives a page of rows and how many there are', async () => {
    const page = await read()
    if (!page) throw new Error('No page.')
    const { rowCount } = firstRows(page)
    expect(onePage(page, 1).page.release?.rows).toHaveLength(25)
    expect(onePage(page, 2).page.release?.rows).toHaveLength(Math.min(25, rowCount - 25))
    expect(onePage(page, 99).page.release?.rows).toEqual([])
  })

  it('shows of a strand what is published of it, off the map too', async () => {
    const all = (await read())?.release
    const race = (await read('strand=race'))?.release
    const of = (release: typeof all, word: string) => release?.offMap.find((row) => row.word === word)?.count ?? 0
    expect(of(race, 'online')).toBeLessThan(of(all, 'online'))
    expect(race?.rows.every(({ squareKm }) => squareKm === 227)).toBe(true)
  })

  it('keeps what it has parsed: a body that could be changed in the database would still be shown as published', async () => {
    const before = await read()
    await expect(
      world.admin`update hotspot_release set body = ${JSON.stringify({ id: randomUUID() })}`,
    ).rejects.toThrow('written once')
    expect(await read()).toEqual(before)
  })

  it('shows crimes of the months of the period, else of the newest month', async () => {
    await publishedCrimes(world, '2026-08-01')
    await publishedCrimes(world, '2026-05-01')
    expect((await read())?.crimes).toMatchObject({ from: '2026-08-01', to: '2026-08-01', months: 1 })
    expect((await read('period=2026-Q2'))?.crimes).toMatchObject({ from: '2026-05-01' })
    expect((await read('period=2025-Q3'))?.crimes).toMatchObject({ from: '2026-08-01' })
    const layer = await readMapLayer(mapQueryOf(new URLSearchParams('beside=police')))
    expect(layer?.h.length).toBeGreaterThan(20)
    expect(layer?.hot).toEqual([])
  })

  it('names its data by all that is in them: data of other columns or counts are never taken from a cache', async () => {
    for (const query of ['', 'strand=race', 'beside=police']) {
      const page = await read(query)
      const shown = query === 'beside=police' ? page?.crimes : page?.release
      const version = new URLSearchParams(shown?.dataHref.split('?')[1]).get('v')
      const layer = await readMapLayer(mapQueryOf(new URLSearchParams(query)))
      expect(
        createHash('sha256')
          .update(JSON.stringify(layer))
          .digest('hex')
          .startsWith(version ?? '-'),
      ).toBe(true)
      expect(shown?.pictureHref.split('?')[1]).toBe(shown?.dataHref.split('?')[1])
    }
  })
})
