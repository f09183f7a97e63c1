import { become, ensureInstalled } from './ensure-installed.mjs'

// Plain Node, because nothing is installed yet. It installs the packages and a browser, then runs the tests on the
// pinned Node.

ensureInstalled()
const { ensureBrowser } = await import('./find-browser.mjs')
const browser = ensureBrowser((line) => process.stderr.write(`${line}\n`))
if (!browser) {
  process.stderr.write('The journeys need Chromium and none could be fetched: install it, or set CHROMIUM_PATH.\n')
  process.exit(1)
}
process.env.CHROMIUM_PATH = browser
become(['scripts/run-tests.ts', ...process.argv.slice(2)])
