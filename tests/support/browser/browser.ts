import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, inject } from 'vitest'

let connected: Browser | undefined

/** The shared browser, connected once for a test file and let go after it. */
async function sharedBrowser(): Promise<Browser> {
  if (!connected) {
    const browser = await chromium.connect(inject('browserEndpoint'))
    connected = browser
    afterAll(() => browser.close())
  }
  return connected
}

/** A page in a profile of its own: no cookie of another person. `javaScriptEnabled: false` tries a journey without. */
export async function openPage(origin: string, options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await sharedBrowser()
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  return context.newPage()
}
