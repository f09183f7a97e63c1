import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../tests/support/test-database.ts'
import { listMigrations, migrate, pendingOf } from './migrate.ts'

let database: TestDatabase
let admin: postgres.Sql

beforeAll(async () => {
  database = await testDatabase()
  admin = postgres(database.adminUrl, { max: 2 })
})

afterAll(() => admin.end())

function again() {
  return migrate({ ...database, databaseUrl: database.adminUrl })
}

test('a database of this release has nothing pending, and a second run applies nothing', async () => {
  expect(await pendingOf(admin, await listMigrations())).toEqual([])
  expect(await again()).toEqual([])
})

test('two at once both end well', async () => {
  expect(await Promise.all([again(), again()])).toEqual([[], []])
})

test('an applied file that reads differently now is refused by name', async () => {
  const changed = { name: '0001_changed.sql', text: 'select 2', sha256: 'b' }
  await admin`insert into app.migration (name, sha256) values (${changed.name}, 'a')`
  await expect(pendingOf(admin, [changed])).rejects.toThrow('0001_changed.sql was changed after')
  await admin`delete from app.migration where name = ${changed.name}`
})

test('the logins open, own nothing and may bypass nothing', async () => {
  for (const url of [database.appUrl, database.workerUrl, database.auditUrl, database.mapUrl]) {
    const sql = postgres(url, { max: 1 })
    const [row] = await sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`
    await sql.end()
    expect(row).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 })
  }
})

test('an application login may make no table', async () => {
  const sql = postgres(database.appUrl, { max: 1 })
  await expect(sql`create table public.mine ()`).rejects.toThrow('permission denied')
  await sql.end()
})

test('a wrong address is reported in one sentence without the password', async () => {
  const wrong = migrate({ ...database, databaseUrl: 'postgres://someone:hidden@127.0.0.1:1/accord' })
  await expect(wrong).rejects.toThrow(
    'No database server answers at 127.0.0.1:1: start it, or correct the database URL.',
  )
})
