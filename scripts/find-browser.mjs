import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const require = createRequire(import.meta.url)

/** Finds a Chromium for tests: CHROMIUM_PATH, one on the PATH, or one that playwright downloaded before. */
export function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
  return onPath ?? fetchedByPlaywright()
}

/**
 * Finds a browser or installs one: playwright's download, or the distribution's package on Debian and Ubuntu as root.
 * @param {(line: string) => void} say
 */
export function ensureBrowser(say) {
  const found = findBrowser()
  if (found) return found
  say('Fetching a browser for the journeys (once)')
  run('npx', ['playwright', 'install', 'chromium-headless-shell'], 300_000)
  if (!findBrowser() && process.getuid?.() === 0 && isDebian()) {
    run('apt-get', ['update'], 300_000)
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 600_000)
  }
  return findBrowser()
}

function fetchedByPlaywright() {
  try {
    const path = require('playwright').chromium.executablePath()
    const shell = path.replace('/chromium-', '/chromium_headless_shell-').replace(/\/chrome-linux\w*\/chrome$/, '')
    if (existsSync(path)) return path
    return ['chrome-linux/headless_shell', 'chrome-headless-shell-linux64/chrome-headless-shell']
      .map((name) => join(shell, name))
      .find(isExecutable)
  } catch {
    return
  }
}

function isDebian() {
  return existsSync('/etc/os-release') && /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'))
}

/** @param {string} command @param {string[]} words @param {number} timeout */
function run(command, words, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'], timeout, env })
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
