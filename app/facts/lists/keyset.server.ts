import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { type Cursor, type KeyKind, keysOfPlace } from '../../domain/lists/cursor.ts'
import type { PartOfList } from './read-page.server.ts'

/** A column of a list's order, and the kind of its value in a cursor. */
export interface KeyColumn {
  column: SQL
  kind: KeyKind
}

const TYPES = {
  flag: sql.raw('smallint'),
  number: sql.raw('smallint'),
  instant: sql.raw('timestamptz'),
  'optional-instant': sql.raw('timestamptz'),
  id: sql.raw('uuid'),
} as const satisfies Record<KeyKind, SQL>

const comma = sql.raw(', ')

/** ISO 8601 in UTC, to the microsecond. */
export function isoOf(instant: SQL): SQL {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** All columns in the same direction, so that one index serves the list forwards and backwards. */
export function orderBy(columns: readonly Pick<KeyColumn, 'column'>[], isAscending: boolean): SQL {
  return sql.join(
    columns.map(({ column }) => (isAscending ? column : sql`${column} desc`)),
    comma,
  )
}

/** Rows after the cursor in reading direction, as one range of an index. No key may be null. */
export function isBeyond(columns: readonly KeyColumn[], { place }: Cursor, isAscending: boolean): SQL {
  return compareRows(columns, keysOfPlace(place), isAscending)
}

function compareRows(columns: readonly KeyColumn[], keys: readonly (string | null)[], isAscending: boolean): SQL {
  const row = sql.join(
    columns.map(({ column }) => column),
    comma,
  )
  const values = sql.join(
    columns.map(({ kind }, at) => sql`${keys[at]}::${TYPES[kind]}`),
    comma,
  )
  return isAscending ? sql`(${row}) > (${values})` : sql`(${row}) < (${values})`
}

/**
 * Ranges of rows after the cursor, when one key may be null and such rows come last. Comparing rows with a null gives
 * null, so each case needs its own range: equal beginning and greater rest, key missing, greater beginning.
 */
function rangesBeyond(columns: readonly KeyColumn[], { place }: Cursor, isAscending: boolean): SQL[] {
  const keys = keysOfPlace(place)
  const gap = columns.findIndex(({ kind }) => kind === 'optional-instant')
  if (gap < 0) return [compareRows(columns, keys, isAscending)]
  const [before, optional, after] = [columns.slice(0, gap), columns[gap]?.column ?? sql`null`, columns.slice(gap + 1)]
  const greaterBeginning = compareRows(before, keys, isAscending)
  const sameBeginning = before.map(({ column, kind }, at) => sql`${column} = ${keys[at]}::${TYPES[kind]}`)
  const within = (...conditions: SQL[]) => sql.join([...sameBeginning, ...conditions], sql.raw(' and '))
  if (keys[gap] !== null) {
    const greaterRest = within(compareRows(columns.slice(gap), keys.slice(gap), isAscending))
    const withoutKey = within(sql`${optional} is null`)
    return isAscending ? [greaterRest, withoutKey, greaterBeginning] : [greaterRest, greaterBeginning]
  }
  const laterWithoutKey = within(sql`${optional} is null`, compareRows(after, keys.slice(gap + 1), isAscending))
  const withKey = within(sql`${optional} is not null`)
  return isAscending ? [laterWithoutKey, greaterBeginning] : [laterWithoutKey, withKey, greaterBeginning]
}

interface OrderedRows {
  from: SQL
  where: SQL
  /** The first is never null; the last is the id of a row. */
  columns: readonly KeyColumn[]
}

/** The cursors' places of one part of a list, in order. */
export async function selectPlaces(tx: Tx, rows: OrderedRows, part: PartOfList): Promise<string[]> {
  const places = await tx.execute<{ place: string }>(placesSql(rows, part))
  return places.map(({ place }) => place)
}

/** Reads only the index, and of each range only as many rows as the part has, so every page costs the same. */
export function placesSql({ from, where, columns }: OrderedRows, part: PartOfList): SQL {
  const { cursor, isAscending, limit, offset } = part
  const names = columns.map(({ kind }, at) => ({ column: sql.raw(`key_${at}`), kind }))
  const named = sql.join(
    columns.map(({ column }, at) => sql`${column} as ${names[at]?.column}`),
    comma,
  )
  const order = orderBy(columns, isAscending)
  const ranges = cursor
    ? rangesBeyond(columns, cursor, isAscending).map((range) => sql`${where} and ${range}`)
    : [where]
  const parts = ranges.map(
    (range) => sql`(select ${named} from ${from} where ${range} order by ${order} limit ${limit} offset ${offset})`,
  )
  // Joined in SQL, because the driver reads a null in an array of texts as the word NULL.
  const texts = names.map(({ column, kind }) =>
    kind.endsWith('instant') ? sql`coalesce(${isoOf(column)}, '')` : sql`${column}::text`,
  )
  return sql`
    select concat_ws('_', ${sql.join(texts, comma)}) as place from (${sql.join(parts, sql.raw(' union all '))}) as part
    order by ${orderBy(names, isAscending)} limit ${limit}`
}
