import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { type Cursor, type KeyKind, keysOfPlace } from '../../domain/lists/cursor.ts'
import type { PartOfList } from './read-page.server.ts'

/** A column that a list is ordered by, and what it is in a cursor. */
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

/** ISO 8601 to the microsecond, whatever zone the server is in. */
export function isoOf(instant: SQL): SQL {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** All of one direction, so that an index gives the order, read forwards or backwards. */
export function orderBy(columns: readonly Pick<KeyColumn, 'column'>[], isAscending: boolean): SQL {
  return sql.join(
    columns.map(({ column }) => (isAscending ? column : sql`${column} desc`)),
    comma,
  )
}

/** What comes after the place of a cursor, in the direction of reading, where every row has every key: one range of an index. */
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
 * The same where some rows do not have one of the keys and come last by it. A comparison of rows says nothing about
 * these, so there is a range of the index for each way to be beyond: the same beginning and later by the rest, without
 * the key, or later by the beginning.
 */
function rangesBeyond(columns: readonly KeyColumn[], { place }: Cursor, isAscending: boolean): SQL[] {
  const keys = keysOfPlace(place)
  const gap = columns.findIndex(({ kind }) => kind === 'optional-instant')
  if (gap < 0) return [compareRows(columns, keys, isAscending)]
  const [before, optional, after] = [columns.slice(0, gap), columns[gap]?.column ?? sql`null`, columns.slice(gap + 1)]
  const laterByBeginning = compareRows(before, keys, isAscending)
  const sameBeginning = before.map(({ column, kind }, at) => sql`${column} = ${keys[at]}::${TYPES[kind]}`)
  const within = (...conditions: SQL[]) => sql.join([...sameBeginning, ...conditions], sql.raw(' and '))
  if (keys[gap] !== null) {
    const laterByRest = within(compareRows(columns.slice(gap), keys.slice(gap), isAscending))
    const withoutKey = within(sql`${optional} is null`)
    return isAscending ? [laterByRest, withoutKey, laterByBeginning] : [laterByRest, laterByBeginning]
  }
  const laterWithout = within(sql`${optional} is null`, compareRows(after, keys.slice(gap + 1), isAscending))
  const withKey = within(sql`${optional} is not null`)
  return isAscending ? [laterWithout, laterByBeginning] : [laterWithout, withKey, laterByBeginning]
}

interface OrderedRows {
  from: SQL
  where: SQL
  /** The first is not optional, the last is the id of a row. */
  columns: readonly KeyColumn[]
}

/** The places of one part of a list, in the order it is read. */
export async function selectPlaces(tx: Tx, rows: OrderedRows, part: PartOfList): Promise<string[]> {
  const found = await tx.execute<{ place: string }>(placesSql(rows, part))
  return found.map(({ place }) => place)
}

/** From the index alone. Each range is read no further than the part is long, so a page far down costs what the first does. */
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
  // Joined here: the driver reads a null in an array of texts as the word NULL.
  const texts = names.map(({ column, kind }) =>
    kind.endsWith('instant') ? sql`coalesce(${isoOf(column)}, '')` : sql`${column}::text`,
  )
  return sql`
    select concat_ws('_', ${sql.join(texts, comma)}) as place from (${sql.join(parts, sql.raw(' union all '))}) as part
    order by ${orderBy(names, isAscending)} limit ${limit}`
}
