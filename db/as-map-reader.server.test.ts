import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorld } from '../tests/support/world.ts'
import { asMapReader, closeMapPool, openMapPool } from './as-map-reader.ts'

const world = await openWorld()
openMapPool(world.database.mapUrl)
afterAll(closeMapPool)

const ask = (text: string) => asMapReader((db) => db.execute(sql.raw(text)))

describe('the login of the map', () => {
  it.each(['hotspot_release', 'street_crime', 'cell_population'])('reads %s', async (table) => {
    expect(await ask(`select count(*) from ${table}`)).toHaveLength(1)
  })

  it('is refused every other table there is, those of incidents, cases and clients among them', async () => {
    const tables = await world.admin<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'app', 'pgboss') and tablename not in ('hotspot_release', 'street_crime', 'cell_population')`
    const answers = await Promise.all(
      tables.map(async ({ name }) => {
        const refusal = await ask(`select 1 from ${name} limit 1`).then(() => 'read', codeOf)
        return `${name}: ${refusal}`
      }),
    )
    const names = tables.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['public.incident', 'public.case_file', 'public.client']))
    expect(names).toEqual(expect.arrayContaining(['public.counted_incident', 'public.hotspot_body']))
    expect(answers.filter((answer) => !answer.endsWith(': 42501') && !answer.startsWith('app.migration:'))).toEqual([])
  })

  it.each([
    { what: 'a release', text: 'delete from hotspot_release' },
    { what: 'the rows that releases are made of', text: 'select app.release_rows(now(), now())' },
    { what: 'a published count', text: 'update street_crime set crimes = 0' },
  ])('may not touch $what', async ({ text }) => {
    expect(await ask(text).then(() => 'done', codeOf)).toMatch(/42501|25006/)
  })
})

function codeOf(error: { cause?: { code?: string } }) {
  return error.cause?.code ?? String(error)
}
