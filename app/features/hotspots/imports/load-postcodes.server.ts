import { sql } from 'drizzle-orm'
import proj4 from 'proj4'
import type { Tx } from '../../../../db/as-actor.ts'
import { sqlList } from '../../../../db/sql-list.ts'
import type { LatLng } from '../../../domain/hotspots/map/cell.ts'
import { isInArea } from '../../../domain/hotspots/places/place.ts'
import { postcodeKey } from '../../../domain/hotspots/places/postcode.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import type { Result } from '../../../domain/result.ts'
import { type LoadInput, type LoadRefusal, loadMapData } from '../map/load-map-data.server.ts'
import { quoteCell } from './csv-cell.server.ts'
import type { CsvShape } from './read-csv.server.ts'

/** The British National Grid by the usual seven parameters: accurate to 5 m, with hexagons 1 km wide. */
const GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs'
const toWgs84 = proj4(GRID, 'WGS84')

interface PostcodeRow extends LatLng {
  key: string
}

/** Quality 90: a postcode without coordinates. */
const NOWHERE = '90'
const METRES = /^\d{1,7}(\.\d+)?$/
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/

/** Code-Point Open as published: no header; only the first four columns are read. */
const CODE_POINT: CsvShape<'postcode' | 'quality' | 'eastings' | 'northings', PostcodeRow | null> = {
  columns: ['postcode', 'quality', 'eastings', 'northings'],
  decimals: ['eastings', 'northings'],
  header: false,
  othersToo: true,
  readRow({ postcode, quality, eastings, northings }, complain) {
    const key = postcodeKey(postcode)
    if (!POSTCODE.test(key)) {
      complain(`${quoteCell(postcode)} is not a postcode: is this a file of Code-Point Open, which has no header?`)
      return undefined
    }
    if (quality.trim() === NOWHERE) return null
    if (!METRES.test(eastings.trim()) || !METRES.test(northings.trim())) {
      complain(`${quoteCell(`${eastings}, ${northings}`)} are not eastings and northings in metres`)
      return undefined
    }
    const [lng, lat] = toWgs84.forward([Number(eastings), Number(northings)])
    return isInArea({ lat, lng }) ? { key, lat, lng } : null
  },
}

/** Loads the positions of postcodes. Those outside the area are left out; a known postcode gets its new position. */
export function loadPostcodes(
  { actor, now }: Reading,
  input: LoadInput,
): Promise<Result<{ rows: number; kept: number }, LoadRefusal>> {
  const told = { rows: 0, kept: 0 }
  return loadMapData({ actor, now }, input, {
    what: 'postcodes',
    table: 'postcode',
    shape: CODE_POINT,
    take: async (tx, rows) => {
      const inside = rows.flatMap(({ row }) => (row ? [row] : []))
      told.rows += rows.length
      told.kept += await replace(tx, inside)
    },
    finish: async () => told,
  })
}

async function replace(tx: Tx, rows: readonly PostcodeRow[]): Promise<number> {
  const once = [...new Map(rows.map((row) => [row.key, row])).values()]
  if (once.length === 0) return 0
  const keys = sql`${sqlList(once.map(({ key }) => key))}::text[]`
  await tx.execute(sql`delete from postcode where postcode = any(${keys})`)
  await tx.execute(sql`
    insert into postcode (postcode, lat, lng)
    select * from unnest(${keys}, ${sqlList(once.map(({ lat }) => lat))}::float8[],
      ${sqlList(once.map(({ lng }) => lng))}::float8[])`)
  return once.length
}
