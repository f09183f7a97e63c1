import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedLoginUrls } from '../../db/derived-secrets.ts'
import { accord } from '../support/accord.ts'
import { testDatabase } from '../support/test-database.ts'
import { withDatabase } from '../support/test-server.ts'

const MIGRATE = 'run `npm run -s accord -- migrate` first'
const ORIGIN = 'https://accord.example.org'

/** One of each way in which a command comes to its database; the last test finds a new way. */
const COMMANDS = [
  ['audit', 'verify'],
  ['policy', 'check', '--quick'],
  ['release', 'list'],
  ['holidays', 'add', '2027-06-11', '--name', 'Jubilee'],
]

const database = await testDatabase()
const bare = withDatabase(database.adminUrl, `${database.name}_bare`)
const settings = { DATABASE_URL: database.adminUrl, ACCORD_SECRET: database.secret, ORIGIN }

beforeAll(async () => {
  const sql = postgres(database.adminUrl, { max: 1 })
  await sql.unsafe(`create database ${database.name}_bare`)
  await sql.end()
})

describe('a command on a database that was never migrated', () => {
  test.each(COMMANDS)('names the one command to run first: accord %s %s', async (...words) => {
    expect(await accord(database, words, { ...settings, DATABASE_URL: bare })).toEqual({
      code: 1,
      out: '',
      err: `The database is older than this release: ${MIGRATE}.\n`,
    })
  })
})

describe('a command with the wrong secret', () => {
  const wrong = { ...settings, ACCORD_SECRET: 'another secret that nobody has given to it' }

  test.each(COMMANDS)('names the secret, and not the address of the database: accord %s %s', async (...words) => {
    const { code, out, err } = await accord(database, words, wrong)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^The database does not know this ACCORD_SECRET: set the one it was migrated with.*\n$/)
  })

  test('or without one says that it is missing', async () => {
    const { ACCORD_SECRET: _, ...without } = settings
    const { code, err } = await accord(database, ['audit', 'verify'], without)
    expect(code).toBe(1)
    expect(err).toMatch(/^With DATABASE_URL also set ACCORD_SECRET/)
  })

  test('or with the auditor’s address names the auditor’s password', async () => {
    const { auditUrl } = derivedLoginUrls(database.adminUrl, wrong.ACCORD_SECRET)
    const { code, err } = await accord(database, ['audit', 'verify'], { AUDIT_DATABASE_URL: auditUrl })
    expect(code).toBe(1)
    expect(err).toMatch(/^The database server at .* refuses the password of "portal_audit"/)
  })
})

describe('in a fresh clone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-fresh-'))
  const fresh = { DATA_DIR: folder, ORIGIN }
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('a command makes the demo’s own database and works', async () => {
    const checked = await accord(database, ['policy', 'check', '--quick', '--json'], fresh)
    expect(checked.code, checked.err).toBe(0)
    expect(JSON.parse(checked.out)).toMatchObject({ drift: { count: 0 }, lints: { count: 0 } })
    const verified = await accord(database, ['audit', 'verify'], fresh)
    expect(verified.code, verified.err).toBe(0)
    expect(verified.out).toContain('0 rows in the logs of 0 agencies')
  }, 300_000)
})

test('no command comes to a database by another way than these', () => {
  const folder = fileURLToPath(new URL('../../scripts/accord/', import.meta.url))
  const opening = globSync('**/*.ts', { cwd: folder }).filter((file) =>
    readFileSync(folder + file, 'utf8').includes("/postgres/open-database.ts'"),
  )
  // The two others are made to change a database: they bring it to this release themselves.
  expect(opening.sort()).toEqual(['demo-reset.ts', 'migrate-database.ts', 'open-command-database.ts'])
})
