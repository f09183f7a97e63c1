import type { Page } from 'playwright'
import { afterAll, expect } from 'vitest'
import { partners } from '../referrals.ts'
import { signIn } from '../sign-in.ts'
import { openWorld, type Person } from '../world.ts'
import { expectSoundAt } from './accessible.ts'
import { openPage } from './browser.ts'
import { runningPortal } from './running-portal.ts'

const WIDTHS = [320, 1280]
const HEIGHT = 900
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// A refused form and a page that does not exist are answers, not faults of the page.
const EXPECTED_NOISE = /Failed to load resource: the server responded with a status of 4\d\d/

/** Two agencies with their people, the built portal on their database, and a browser. */
export async function openStage() {
  const world = await openWorld()
  const parties = await partners(world)
  const portal = await runningPortal({ WRITES_PER_MINUTE: '10000', EXPORTS_PER_TEN_MINUTES: '100000' }, world.database)
  const checked = new Set<string>()
  const faults: string[] = []
  afterAll(() => expect(faults, 'what pages complained of in the browser').toEqual([]))

  /** A person before the portal, signed in, in a browser of their own. */
  const arrive = async (person: Person, { javaScript = true } = {}): Promise<Visit> => {
    const page = await openPage(portal.origin, {
      javaScriptEnabled: javaScript,
      viewport: { width: 1280, height: HEIGHT },
    })
    const [name, value] = (await signIn(person)).split('=') as [string, string]
    await page.context().addCookies([{ name, value, url: portal.origin, httpOnly: true }])
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED_NOISE.test(message.text())) faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    return { page, javaScript, ...actsOn(page, { javaScript, checked }) }
  }
  return { world, portal, arrive, ...parties }
}

export interface Visit extends ReturnType<typeof actsOn> {
  page: Page
  javaScript: boolean
}

interface Watching {
  javaScript: boolean
  checked: Set<string>
}

/** What a person does on a page, by the names of its fields and the words on its buttons. */
function actsOn(page: Page, watching: Watching) {
  const settled = async () => {
    await page.waitForLoadState('load')
    if (watching.javaScript) await page.waitForFunction(isShown)
    await lookAt(page, watching)
  }
  return {
    go: async (path: string) => {
      const answer = await page.goto(path)
      await settled()
      return answer?.status() ?? 0
    },
    press: async (words: string | RegExp) => {
      const name = typeof words === 'string' ? new RegExp(words, 'i') : words
      const target = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()
      await target.click()
      await settled()
    },
    fill: (name: string, text: string) => page.locator(`[name="${name}"]`).fill(text),
    choose: async (name: string, ...values: string[]) => {
      const list = page.locator(`select[name="${name}"]`)
      if ((await list.count()) > 0) return void (await list.selectOption(values))
      const boxes = values.map((value) => page.locator(`input[name="${name}"][value="${value}"]`))
      return boxes.reduce((before, box) => before.then(() => box.check({ force: true })), Promise.resolve())
    },
    /** Fills a date field that is split into day, month and year, with the time beside it where there is one. */
    fillDay: async (name: string, day: Date) => {
      await page.locator(`[name="${name}-day"]`).fill(String(day.getUTCDate()))
      await page.locator(`[name="${name}-month"]`).fill(String(day.getUTCMonth() + 1))
      await page.locator(`[name="${name}-year"]`).fill(String(day.getUTCFullYear()))
      if (await page.locator(`[name="${name}-time"]`).count()) await page.locator(`[name="${name}-time"]`).fill('10:00')
    },
    open: async (words: string) => page.locator('summary', { hasText: words }).first().click(),
    says: async (words: string | RegExp) => {
      const text = await page.locator('main').innerText()
      expect(text.replace(/\s+/g, ' ')).toMatch(typeof words === 'string' ? new RegExp(escaped(words), 'i') : words)
    },
  }
}

/** Whether the page that the router arrived at stands on the screen: React may draw it a while after the answer came. */
function isShown() {
  const { __remixRouter: router } = window as unknown as { __remixRouter?: Router }
  const page = document.querySelector<HTMLElement>('[data-page]')?.dataset.page
  return router?.state.navigation.state === 'idle' && page === router.state.location.key
}

interface Router {
  state: { navigation: { state: string }; location: { key: string } }
}

function escaped(words: string) {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Each kind of page once: no accessibility fault, nothing wider than the screen, no personal data in the title. */
async function lookAt(page: Page, { javaScript, checked }: Watching) {
  const { pathname } = new URL(page.url())
  const shape = pathname.replace(/[0-9a-f-]{36}/g, ':id')
  if (!javaScript || checked.has(shape)) return
  checked.add(shape)
  await expectSoundAt(page, WIDTHS, STANDARDS)
  await page.setViewportSize({ width: 1280, height: HEIGHT })
}
