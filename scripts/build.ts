import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Obstacle } from '../db/obstacle.ts'
import { isAlive } from './postgres/postmaster.ts'
import { say, secondsSince } from './say.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const STAMP = join(ROOT, '.cache/build.sha256')
const LOCK = join(ROOT, '.cache/build.lock')
const SOURCES = ['app/**/*', 'db/**/*', 'public/**/*', 'package-lock.json', '*.config.{js,ts}', 'tsconfig.json']
const NOT_BUILT = /\.test\.tsx?$|^vitest\.config\.ts$|^db\/migrations\//

/** Builds the portal into build/ if its sources have changed since the last build. Prints slow steps. */
export async function buildPortal(): Promise<void> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const unlock = await lock()
  try {
    const wanted = hashOfSources()
    if (wanted === stamp() && existsSync(join(ROOT, 'build/server/index.js'))) return
    say('Building the pages (after a change of the sources; about 20 seconds)')
    const startedAt = performance.now()
    rmSync(STAMP, { force: true })
    await runVite()
    await compressAssets()
    writeFileSync(STAMP, wanted)
    say(`Built in ${secondsSince(startedAt)}`)
  } finally {
    unlock()
  }
}

function stamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version)
  const entries = globSync(SOURCES, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = entries.map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)).sort()
  for (const name of names) {
    if (!NOT_BUILT.test(name)) hash.update(name).update(readFileSync(join(ROOT, name)))
  }
  return hash.digest('hex')
}

function runVite() {
  const remix = join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js')
  const child = spawn(process.execPath, [remix, 'vite:build'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('exit', kill)
      if (code === 0) return resolve()
      const full = /ENOSPC|No space left/.test(output)
      reject(new Obstacle(full ? 'The disk is full. Free some space and start again.' : `The build failed:\n${output}`))
    })
  })
}

/** Compresses the browser's text files to `.br` and `.gz` at build time, so that no request has to. */
async function compressAssets() {
  const names = globSync('**/*.{js,mjs,css,svg,json,txt}', { cwd: join(ROOT, 'build/client') })
  await Promise.all(names.map((name) => compress(join(ROOT, 'build/client', name))))
}

async function compress(path: string) {
  const content = await readFile(path)
  if (content.length < 1_000) return
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, quality))
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }))
}

/** Lets one build run at a time in this folder. A second build waits and then finds nothing to do. */
async function lock() {
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
      return () => rmSync(LOCK, { force: true })
    } catch {
      if (waited === 8) say('Waiting for another build of this folder to end')
      if (!isAlive(holder())) rmSync(LOCK, { force: true })
      else await pause(250)
    }
  }
}

function holder() {
  return existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : Number.NaN
}
