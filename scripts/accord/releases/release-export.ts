import { toCsv } from '../../../app/access/export/to-csv.server.ts'
import { areasAsCells, areasAsGeoJson } from '../../../app/features/hotspots/map/export-areas.ts'
import { mapQueryOf } from '../../../app/features/hotspots/map/map-query.ts'
import { readMap } from '../../../app/features/hotspots/map/read-map.server.ts'
import { readLedger } from '../../../app/features/hotspots/releases/read-ledger.server.ts'
import { closeMapPool, openMapPool } from '../../../db/as-map-reader.ts'
import { Obstacle } from '../../../db/obstacle.ts'
import { operator } from '../asking-as.ts'
import { withLogins } from '../with-logins.ts'

/** `accord release export`: the bytes as published, or the table of the map. */
export function exportByCommand(named: string, format: string, complain: (message: string) => never): Promise<void> {
  if (!['json', 'csv', 'geojson'].includes(format)) complain('--format is json, csv or geojson.')
  return withLogins(async (as) => {
    const ledger = await as('appUrl', () => readLedger(operator))
    const one = ledger.find(({ releaseId, period }) => releaseId === named || period === named)
    if (!one) throw new Obstacle(`There is no release and no period ${JSON.stringify(named)}.`)
    process.stdout.write(format === 'json' ? one.body : await tableOf(one.period, format))
  })
}

async function tableOf(period: string, format: string): Promise<string> {
  openMapPool(process.env.MAP_DATABASE_URL ?? '')
  try {
    const release = (await readMap(mapQueryOf(new URLSearchParams({ period }))))?.release
    if (!release) throw new Obstacle(`${period} cannot be shown.`)
    if (format === 'geojson') return JSON.stringify(areasAsGeoJson(release))
    return toCsv(areasAsCells(release))
  } finally {
    await closeMapPool()
  }
}
