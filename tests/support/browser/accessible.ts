import axe from 'axe-core'
import type { Page } from 'playwright'
import { expect } from 'vitest'

const WIDTHS = [1280, 390]
const HEIGHT = 900

/** The page as it stands has no fault that axe finds, on a desk and on a phone, and does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize()
  await expectSoundAt(page, WIDTHS)
  if (before) await page.setViewportSize(before)
}

/** The same at these widths, by the rules with these tags; without tags by every rule. */
export async function expectSoundAt(page: Page, widths: number[], tags?: string[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT })
    expect(await faultsOf(page, tags), `${page.url()} at ${width} px`).toEqual([])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, `${page.url()} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
  }
}

/**
 * Sending axe to the page takes longer than its look at it, so a document is sent it once. It runs in the page alone,
 * which has no frame, and writes down nothing of what is sound.
 */
async function faultsOf(page: Page, tags?: string[]): Promise<string[]> {
  expect(page.frames(), 'axe does not look into frames').toHaveLength(1)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const options = { resultTypes: ['violations' as const], ...(tags ? { runOnly: tags } : {}) }
  const { violations } = await page.evaluate(
    (given) => (window as unknown as { axe: typeof axe }).axe.run(document, given),
    options,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
