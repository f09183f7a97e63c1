import { spawnSync } from 'node:child_process'
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../scripts/postgres/postmaster.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const [BACKUP = '', RESTORE = ''] = (README.split('**Backup and restore.**')[1] ?? '')
  .split('```')
  .filter((_, at) => at % 2 === 1)

/** A PostgreSQL of this machine with its own pg_dump: the one from npm has none, and a dump needs one of its release. */
const [pgRestore] = globSync(['/usr/lib/postgresql/*/bin/pg_restore', '/opt/homebrew/opt/postgresql*/bin/pg_restore'])
const bin = pgRestore ? dirname(pgRestore) : ''

describe.skipIf(!bin)('the commands of the README', () => {
  const home = mkdtempSync(join(tmpdir(), 'accord-restore-'))
  // PostgreSQL does not run as root.
  const account = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined
  let env: Record<string, string>
  /** What the last command of the README says of the database before it was backed up. */
  let before: ReturnType<typeof shell>

  beforeAll(async () => {
    if (account) chownSync(home, account.uid, account.gid)
    const port = await freePort(0)
    writeFileSync(join(home, 'admin'), 'admin\n')
    run('initdb -D data --username=postgres --auth=scram-sha-256 --pwfile=admin')
    run(`pg_ctl -D data -w -l log -o "-p ${port} -c listen_addresses=127.0.0.1 -c fsync=off -k ''" start`)
    env = {
      PATH: `${bin}:${dirname(process.execPath)}:${process.env.PATH}`,
      DATABASE_URL: `postgres://postgres:admin@127.0.0.1:${port}/accord`,
      ACCORD_SECRET: 'a secret only the restored portal knows',
      ORIGIN: 'https://accord.example.org',
      DATA_DIR: join(home, 'own'),
    }
    shell(`psql "\${DATABASE_URL%/*}/postgres" -c 'create database accord'`)
  }, 300_000)

  afterAll(() => {
    run('pg_ctl -D data -m immediate stop')
    rmSync(home, { recursive: true, force: true })
  })

  function run(command: string) {
    const done = spawnSync(`${bin}/${command}`, { shell: true, cwd: home, encoding: 'utf8', ...account })
    expect(done.status, `${command}\n${done.stderr}`).toBe(0)
  }

  function shell(commands: string) {
    const done = spawnSync('sh', ['-e', '-c', commands.replaceAll('accord.dump', join(home, 'accord.dump'))], {
      cwd: ROOT,
      env: { NODE_ENV: 'production', ...env },
      encoding: 'utf8',
    })
    return { status: done.status, out: done.stdout, err: done.stderr }
  }

  function expectGood({ status, out, err }: ReturnType<typeof shell>) {
    expect({ status, err: err.replaceAll(/^Applying .*\n/gm, '') }, out).toEqual({ status: before.status, err: '' })
    expect(out).toContain('every row follows from the one before')
    expect(out.slice(-before.out.length)).toBe(before.out)
    expect(before.out).toContain('Drift between policy and database: 0')
  }

  async function agencies() {
    const sql = postgres(env.DATABASE_URL ?? '', { max: 1 })
    const rows = await sql`select name from agency`
    await sql.end()
    return rows.map(({ name }) => name)
  }

  test('back up, and restore in the place of a database that was migrated and used', async () => {
    const invite = 'staff invite --agency Harthill --new-agency council_unit --initials HB --duty-email a@example.org'
    const person = '--email rosa@example.org --name Rosa --role administrator'
    const made = shell(`npm run -s accord -- migrate && npm run -s accord -- ${invite} ${person}\n${BACKUP}`)
    expect({ status: made.status, err: made.err.replaceAll(/^Applying .*\n/gm, '') }).toEqual({ status: 0, err: '' })
    before = shell(RESTORE.trim().split('\n').at(-1) ?? '')
    expectGood(shell(RESTORE))
    expect(await agencies()).toEqual(['Harthill'])
  }, 300_000)

  test('restore on a server that knows neither the roles nor a table', async () => {
    shell(`psql "\${DATABASE_URL%/*}/postgres" -c 'drop database accord with (force)' -c 'create database accord'`)
    const sql = postgres(env.DATABASE_URL ?? '', { max: 1 })
    const roles = await sql`select rolname from pg_roles where rolname like 'portal\\_%'`
    for (const { rolname } of roles) await sql.unsafe(`drop owned by ${rolname} cascade`)
    for (const { rolname } of roles) await sql.unsafe(`drop role ${rolname}`)
    await sql.end()
    expectGood(shell(RESTORE))
    expect(await agencies()).toEqual(['Harthill'])
  }, 300_000)
})

function idOf(flag: '-u' | '-g'): number {
  return Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
}

test('the README has the commands that these tests run', () => {
  expect(BACKUP).toContain('pg_dump')
  expect(RESTORE.trim().split('\n')).toHaveLength(6)
  expect(RESTORE).toContain('pg_restore')
})
