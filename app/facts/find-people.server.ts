import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { nameWords, soundKeys, typedBeginnings } from '../domain/text/name-words.ts'
import { phoneSearchKeys } from '../domain/text/phone-key.ts'

const AT_MOST = 200

export interface SearchResult {
  /** Client or referral ids, sorted by the matching key. */
  ids: string[]
  tooMany: boolean
  /** True when no name begins with the typed words and the ids are of names that sound alike. */
  onlySimilar: boolean
}

interface Keys {
  table: 'client_search_key' | 'referral_search_key'
  owner: 'agency_id' | 'to_agency_id'
  id: 'client_id' | 'referral_id'
}

/** Clients of an agency whose name or phone number begins or ends as typed, in any spelling. */
export function findClients(tx: Tx, agencyId: string, typed: string): Promise<SearchResult> {
  return findByKeys(tx, agencyId, typed, { table: 'client_search_key', owner: 'agency_id', id: 'client_id' })
}

/** Referrals that an agency received, found by the details that the client agreed to share with it. */
export function findReceivedClients(tx: Tx, agencyId: string, typed: string): Promise<SearchResult> {
  return findByKeys(tx, agencyId, typed, { table: 'referral_search_key', owner: 'to_agency_id', id: 'referral_id' })
}

async function findByKeys(tx: Tx, agencyId: string, typed: string, keys: Keys): Promise<SearchResult> {
  const longestFirst = (a: string[], b: string[]) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0)
  const beginnings = typedBeginnings(nameWords(typed)).sort(longestFirst)
  const phones = phoneSearchKeys(typed).map(beginsWith)
  const exact = await selectIds(tx, agencyId, keys, [beginnings.map((any) => anyOf(any.map(beginsWith))), phones])
  const sounds = beginnings.map((any) => soundKeys(any))
  if (exact.length > 0 || sounds.every((some) => some.length === 0)) return resultOf(exact, false)
  const similar = beginnings.map((any, at) => anyOf([...any.map(beginsWith), ...(sounds[at] ?? []).map(isKey)]))
  return resultOf(await selectIds(tx, agencyId, keys, [similar, []]), true)
}

function resultOf(ids: string[], onlySimilar: boolean): SearchResult {
  return { ids: ids.slice(0, AT_MOST), tooMany: ids.length > AT_MOST, onlySimilar: onlySimilar && ids.length > 0 }
}

/**
 * Reads one range of the index for the longest word of a name and one for each number. The other words only filter the
 * result, because a short word begins half of all names.
 */
async function selectIds(
  tx: Tx,
  agencyId: string,
  { table, owner, id }: Keys,
  [words, phones]: [words: SQL[], phones: SQL[]],
): Promise<string[]> {
  const [from, ownerColumn, idColumn] = [sql.identifier(table), sql.identifier(owner), sql.identifier(id)]
  const own = sql`from ${from} k where k.${ownerColumn} = ${agencyId}`
  const other = (word: SQL) => sql`exists (select 1 ${own} and k.${idColumn} = f.${idColumn} and ${word})`
  const [first, ...rest] = words
  const byName = first
    ? [
        sql`select f.${idColumn}, f.key from (select k.${idColumn}, k.key ${own} and ${first}) f
          ${rest.length > 0 ? sql`where ${sql.join(rest.map(other), sql` and `)}` : sql``}`,
      ]
    : []
  const byPhone = phones.map((phone) => sql`select k.${idColumn}, k.key ${own} and ${phone}`)
  const all = [...byName, ...byPhone]
  if (all.length === 0) return []
  const rows = await tx.execute<{ id: string }>(sql`
    select ${idColumn} as id from (${sql.join(all, sql` union all `)}) as found
    group by 1 order by min(key), 1 limit ${AT_MOST + 1}`)
  return rows.map((row) => row.id)
}

const LAST_CHARACTER = '\u{10ffff}'

/** A range of keys. Row-level security would make PostgreSQL evaluate `like` row by row, after the policy. */
function beginsWith(beginning: string): SQL {
  return sql`(k.key >= ${beginning} and k.key < ${beginning + LAST_CHARACTER})`
}

function isKey(key: string): SQL {
  return sql`k.key = ${key}`
}

function anyOf(conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` or `)})`
}
