import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { postcode } from '../../db/schema/hotspot.ts'
import { sqlList } from '../../db/sql-list.ts'
import type { LatLng } from '../domain/hotspots/map/cell.ts'
import { postcodeKey } from '../domain/hotspots/places/postcode.ts'

/** The positions of these postcodes, by postcode key. Postcodes that the operator has not loaded are missing. */
export async function findPostcodes(tx: Tx, keys: readonly string[]): Promise<Map<string, LatLng>> {
  if (keys.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(postcode)
    .where(sql`${postcode.postcode} = any(${sqlList(keys)}::text[])`)
  return new Map(rows.map(({ postcode: key, lat, lng }) => [key, { lat, lng }]))
}

export async function findPostcode(tx: Tx, typed: string): Promise<LatLng | undefined> {
  const key = postcodeKey(typed)
  return (await findPostcodes(tx, [key])).get(key)
}

/** Whether the operator has loaded any postcodes. Forms ask for a postcode only then. */
export async function hasPostcodes(tx: Tx): Promise<boolean> {
  // The order makes PostgreSQL use the index. Without an order it would read the table from its beginning.
  const [row] = await tx.select({ postcode: postcode.postcode }).from(postcode).orderBy(postcode.postcode).limit(1)
  return row !== undefined
}
