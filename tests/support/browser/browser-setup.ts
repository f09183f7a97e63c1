import { type BrowserServer, chromium } from 'playwright'
import type { TestProject } from 'vitest/node'
import { buildPortal } from '../../../scripts/build.ts'
import { findBrowser } from '../../../scripts/find-browser.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    browserEndpoint: string
  }
}

// The sandbox of Chromium refuses root; the others keep it from looking for the world outside.
const FLAGS = [
  '--no-sandbox',
  // Maps are drawn by the processor: no machine of a test has anything else.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** Before the first journey: the portal as built from these sources, and one browser that every file shares. */
export default async function setUpBrowser(project: TestProject): Promise<() => Promise<void>> {
  await buildPortal()
  const server = await launch()
  project.provide('browserEndpoint', server.wsEndpoint())
  return () => server.close()
}

function launch(): Promise<BrowserServer> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium was found: run npm test once, or set CHROMIUM_PATH.')
  return chromium.launchServer({ executablePath, args: FLAGS })
}
