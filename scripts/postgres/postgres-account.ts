import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Obstacle } from '../../db/obstacle.ts'

/** The account that PostgreSQL runs as; undefined for our own. */
interface Account {
  uid: number
  gid: number
}

/** Where a server's files are, and its account. The account can enter `home`. */
export interface PostgresHome {
  account: Account | undefined
  home: string
  native: string
}

/**
 * Chooses the folder and the account for PostgreSQL, which refuses to run as root; root runs it as `postgres`. If that
 * account cannot enter the clone's folder, the binaries are copied to a folder it can enter and the data go there too.
 * A file remembers that place.
 * @param folder where the data should be, absolute, existing
 * @param native the binaries from npm: bin, lib, share
 */
export function settlePostgres(folder: string, native: string): PostgresHome {
  if (process.getuid?.() !== 0) return { account: undefined, home: folder, native }
  const account = ownerOf(join(folder, 'data')) ?? accountNamed('postgres') ?? createAccount() ?? accountNamed('nobody')
  if (!account)
    throw new Obstacle('PostgreSQL does not run as root, and no other account could be created. Start as another user.')
  const record = join(folder, 'elsewhere')
  if (!existsSync(record) && canRun(account, native) && canWrite(account, folder))
    return { account, home: folder, native }
  const home = existsSync(record) ? readFileSync(record, 'utf8').trim() : placeElsewhere(folder)
  mkdirSync(home, { recursive: true })
  chownSync(home, account.uid, account.gid)
  writeFileSync(record, `${home}\n`)
  return { account, home, native: copyNative(native, home) }
}

function ownerOf(data: string): Account | undefined {
  if (!existsSync(data)) return
  const { uid, gid } = statSync(data)
  return uid === 0 ? undefined : { uid, gid }
}

function accountNamed(name: string): Account | undefined {
  const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout || Number.NaN)
  const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout || Number.NaN)
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined
}

function createAccount(): Account | undefined {
  const debian = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ])
  if (debian.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', 'postgres'])
  return accountNamed('postgres')
}

function canRun(account: Account, native: string) {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0
}

function canWrite(account: Account, folder: string) {
  const { uid, gid } = statSync(folder)
  chownSync(folder, account.uid, account.gid)
  const able =
    spawnSync('/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0
  if (!able) chownSync(folder, uid, gid)
  return able
}

/** A new folder outside the clone. It never takes the data of a deleted clone at the same path. */
export function placeElsewhere(folder: string): string {
  const name = `accord-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  // Temporary data go to a temporary folder, which the system cleans.
  const lasting = !folder.startsWith(tmpdir()) && existsSync('/var/lib')
  const parent = lasting ? '/var/lib' : tmpdir()
  for (let again = 1; ; again += 1) {
    const place = join(parent, again === 1 ? name : `${name}-${again}`)
    if (!existsSync(place)) return place
  }
}

function copyNative(native: string, home: string) {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  const copy = join(home, `native-${version}`)
  if (existsSync(copy)) return copy
  rmSync(`${copy}.part`, { recursive: true, force: true })
  cpSync(native, `${copy}.part`, { recursive: true, verbatimSymlinks: true })
  // With umask 077, the copy would otherwise be readable by root only.
  spawnSync('chmod', ['-R', 'a+rX', `${copy}.part`])
  chmodSync(home, 0o755)
  renameSync(`${copy}.part`, copy)
  return copy
}
