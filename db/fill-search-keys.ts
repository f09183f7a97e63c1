import type postgres from 'postgres'
import { nameKey } from '../app/domain/text/name-words.ts'
import { searchKeys } from './search-keys.ts'

const AT_ONCE = 2000

/** The owner of these tables sees every row while their keys are filled: FORCE ROW LEVEL SECURITY is off. */
const FILLED = ['client', 'client_search_key', 'referral_package', 'referral_search_key']
const COUNTED = ['client', 'case_file', 'incident', 'counted_incident']

/** Calculates and indexes the search keys of a database from an earlier release. */
export async function fillSearchKeys(sql: postgres.TransactionSql): Promise<void> {
  const unforced = [...new Set([...FILLED, ...COUNTED])]
  for (const table of unforced) await sql.unsafe(`alter table ${table} no force row level security`)
  await fillClients(sql)
  await fillPackages(sql)
  await countPeopleAgain(sql)
  for (const table of unforced) await sql.unsafe(`alter table ${table} force row level security`)
  await sql`create index client_by_search_key on client_search_key (agency_id, key, client_id)`
  await sql`create index referral_by_search_key on referral_search_key (to_agency_id, key, referral_id)`
}

interface ClientRow {
  agency_id: string
  client_id: string
  name: string
  phone: string | null
}

async function fillClients(sql: postgres.TransactionSql) {
  // The trigger would count people row by row, acting for an agency. Instead, all are counted together below.
  await sql`alter table client disable trigger count_client`
  const rows = sql<ClientRow[]>`select agency_id, client_id, name, safe_contact ->> 'phone' as phone from client`
  for await (const clients of rows.cursor(AT_ONCE)) {
    const keys = clients.flatMap((row) =>
      searchKeys({ name: row.name, phone: row.phone ?? '' }).map((key) => [row.agency_id, row.client_id, key] as const),
    )
    await sql`
      insert into client_search_key (agency_id, client_id, key)
      select * from unnest(${column(keys, 0)}::uuid[], ${column(keys, 1)}::uuid[], ${column(keys, 2)}::text[])`
    await sql`
      update client c set name_key = k.name_key
      from unnest(${clients.map((row) => row.agency_id)}::uuid[], ${clients.map((row) => row.client_id)}::uuid[],
        ${clients.map((row) => nameKey(row.name))}::text[]) as k (agency_id, client_id, name_key)
      where c.agency_id = k.agency_id and c.client_id = k.client_id and c.name_key <> k.name_key`
  }
  await sql`alter table client enable trigger count_client`
}

interface PackageRow {
  referral_id: string
  from_agency_id: string
  to_agency_id: string
  version: number
  name: string | null
  phone: string | null
}

async function fillPackages(sql: postgres.TransactionSql) {
  // Packages still have the format of the release before: 0038_data_categories.sql later separates the name from the
  // other fields.
  const rows = sql<PackageRow[]>`
    select referral_id, from_agency_id, to_agency_id, version, content #>> '{parts,identity_contact,name}' as name,
      content #>> '{parts,safe_contact,safeContact,phone}' as phone
    from referral_package where hidden_at is null`
  for await (const packages of rows.cursor(AT_ONCE)) {
    const keys = packages.flatMap((row) => {
      const between = [row.referral_id, row.from_agency_id, row.to_agency_id, String(row.version)] as const
      return searchKeys({ name: row.name ?? '', phone: row.phone ?? '' }).map((key) => [...between, key] as const)
    })
    await sql`
      insert into referral_search_key (referral_id, from_agency_id, to_agency_id, version, key)
      select * from unnest(${column(keys, 0)}::uuid[], ${column(keys, 1)}::uuid[], ${column(keys, 2)}::uuid[],
        ${column(keys, 3)}::int[], ${column(keys, 4)}::text[])`
  }
}

/** Counts people for the map again: a person with two spellings used to count as two. */
async function countPeopleAgain(sql: postgres.TransactionSql) {
  await sql`select app.count_incidents(agency_id, client_id, null) from client where counted`
}

function column(rows: readonly (readonly string[])[], at: number): string[] {
  return rows.map((row) => row[at] ?? '')
}
