import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Runs on whatever Node a machine has, before anything is installed: no dependency, no TypeScript.
// Usage: node scripts/ensure-installed.mjs [script [words]]: installs when needed, then runs the script on the pinned Node.

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const STAMP = join(ROOT, 'node_modules', '.accord-installed')
const WINDOWS = process.platform === 'win32'
const PINNED = join(ROOT, 'node_modules', 'node', 'bin', WINDOWS ? 'node.exe' : 'node')
const OLDEST_MAJOR = 22
const OLDEST_MINOR = 18

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`)
}

/** @param {string} sentence @returns {never} */
function halt(sentence) {
  say(sentence)
  process.exit(1)
}

/** The files that determine an installation: the lock file and our patches. */
function installedFrom() {
  const patches = readdirSync(join(ROOT, 'patches')).map((name) => join(ROOT, 'patches', name))
  return [join(ROOT, 'package-lock.json'), ...patches.sort()]
}

function hashOfLock() {
  const hash = createHash('sha256')
  for (const file of installedFrom()) hash.update(readFileSync(file))
  return hash.digest('hex')
}

/** Whether this script installed the packages, or an `npm install` whose list is newer than the lock file. */
function isInstalled() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfLock()) return true
  const list = join(ROOT, 'node_modules', '.package-lock.json')
  return existsSync(list) && installedFrom().every((file) => statSync(list).mtimeMs >= statSync(file).mtimeMs)
}

/** @param {string} command */
function npm(command) {
  return spawnSync('npm', [command, '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: WINDOWS,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

export function ensureInstalled() {
  if (isInstalled()) return
  say('Installing packages (once; about a minute)')
  const startedAt = Date.now()
  let run = npm('ci')
  // If the registry misses a package that only another platform needs, `npm ci` refuses a lock file that is good here.
  if (run.status !== 0 && /EUSAGE/.test(run.stderr)) run = npm('install')
  if (run.error) halt('npm is needed beside Node, and it is not there: install it and start again.')
  if (run.status !== 0) {
    if (/ENOSPC/.test(run.stderr)) halt('The disk is full. Free some space and start again.')
    halt(`${run.stderr}\nThe packages could not be installed (npm ended with ${run.status}): see the lines above.`)
  }
  writeFileSync(STAMP, hashOfLock())
  say(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s`)
}

/** The pinned Node 24, or the machine's own if npm could not install it and the machine's is new enough. */
export function usableNode() {
  if (existsSync(PINNED) && statSync(PINNED).size > 1_000_000) return PINNED
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= OLDEST_MINOR)) return process.execPath
  return halt(
    `Node ${OLDEST_MAJOR}.${OLDEST_MINOR} or newer is needed, and npm could not install one here: install it and start again.`,
  )
}

/** The shell and the npm that started this script. An npm that is killed does not end its children. */
function parentsOf() {
  const shell = `/proc/${process.ppid}/stat`
  const npm = process.env.npm_lifecycle_event && existsSync(shell) ? readFileSync(shell, 'utf8').split(') ')[1] : ''
  return `${process.ppid} ${npm?.split(' ')[1] ?? ''}`
}

/** Runs a script on a usable Node in place of this process. @param {string[]} words */
export function become(words) {
  const node = usableNode()
  const env = { ...process.env, PATH: `${dirname(node)}${WINDOWS ? ';' : ':'}${process.env.PATH ?? ''}` }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...words], { cwd: ROOT, env, stdio: 'inherit' })
  // The terminal sends Ctrl-C to the child itself. Signals sent to this process alone are passed on.
  process.on('SIGINT', () => {})
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  const parents = parentsOf()
  setInterval(() => {
    if (parentsOf() !== parents) child.kill('SIGTERM')
  }, 1_000).unref()
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(ROOT)
  ensureInstalled()
  if (process.argv.length > 2) become(process.argv.slice(2))
}
