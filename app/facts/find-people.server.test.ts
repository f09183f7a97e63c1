import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { searchKeys } from '../../db/search-keys.ts'
import { reportedCase } from '../../tests/support/cases.ts'
import { type AgencyMade, openWorld, type Person } from '../../tests/support/world.ts'
import { findClients } from './find-people.server.ts'

const world = await openWorld()
let agency: AgencyMade
let worker: Person

const MANY = 20_000
const NAMES = ['Amara Diallo', 'Michał Łukasiewicz', 'Shauna Mc Donagh', 'Mohammed Khan', 'रवि कुमार', 'रवी कुमार']

beforeAll(async () => {
  agency = await world.agency()
  worker = await world.staff(agency)
  for (const clientName of NAMES) await reportedCase(worker, { report: { clientName, phone: '07700 900830' } })
  // Clients of others and of one's own, so that reading all of them would be the slower way.
  const keys = searchKeys({ name: 'Somebody Else', phone: '0151 496 0999' })
  await world.admin`
    with made as (
      insert into client (agency_id, client_id, name, name_key, safe_contact)
      select ${agency.agencyId}, gen_random_uuid(), 'Somebody Else', 'somebodyelse', '{"phone":""}'
      from generate_series(1, ${MANY}) returning agency_id, client_id)
    insert into client_search_key select agency_id, client_id, key || left(client_id::text, 8) from made, unnest(${keys}::text[]) key`
  await world.admin`analyze client, client_search_key`
})

async function namesFound(typed: string, by = worker) {
  return asActor(by.actor, async (tx) => {
    const found = await findClients(tx, by.actor.agencyId, typed)
    const ids = sql.join(
      found.ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    )
    const names =
      found.ids.length === 0 ? [] : await tx.execute(sql`select name from client where client_id in (${ids})`)
    return { names: names.map(({ name }) => name), onlySimilar: found.onlySimilar }
  })
}

describe('a search for a person', () => {
  it.each([
    { typed: 'diallo', name: 'Amara Diallo' },
    { typed: 'michal lukasie', name: 'Michał Łukasiewicz' },
    { typed: 'shauna mcdonagh', name: 'Shauna Mc Donagh' },
    { typed: 'रवि', name: 'रवि कुमार' },
  ])('“$typed” finds $name alone', async ({ typed, name }) => {
    expect(await namesFound(typed)).toEqual({ names: [name], onlySimilar: false })
  })

  it('finds everybody with a number, whole or by its last digits', async () => {
    for (const typed of ['447700900830', '900830'])
      expect((await namesFound(typed)).names.toSorted()).toEqual(NAMES.toSorted())
  })

  it('finds a name that sounds alike where none begins so, and says that it is only similar', async () => {
    expect(await namesFound('Muhamad Kahn')).toEqual({ names: [], onlySimilar: false })
    expect(await namesFound('Muhamad Khan')).toEqual({ names: ['Mohammed Khan'], onlySimilar: true })
  })

  it('finds nobody of another agency', async () => {
    const other = await world.staff(await world.agency())
    expect(await namesFound('diallo', other)).toEqual({ names: [], onlySimilar: false })
    const asked = asActor(other.actor, (tx) => findClients(tx, agency.agencyId, 'diallo'))
    expect((await asked).ids).toEqual([])
  })

  it.each(['diallo', 'michal lukasie', 's e', '07700 900830', 'Muhamad Khan'])(
    'reads no table from end to end for “%s”',
    async (typed) => {
      const scans = await asActor(worker.actor, async (tx) => {
        await findClients(tx, worker.actor.agencyId, typed)
        return tx.execute<{ relname: string }>(
          sql`select relname from pg_stat_xact_user_tables where seq_scan > 0 and relname like 'client%'`,
        )
      })
      expect([...scans]).toEqual([])
    },
  )
})

it('no client and no package is written past what they are found by', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const writes = globSync('{app,db,scripts}/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => /\.(insert\((client|referralPackage)\)|update\(client\))/.test(readFileSync(root + file, 'utf8')))
  expect(writes).toEqual(['db/search-keys.ts'])
})
