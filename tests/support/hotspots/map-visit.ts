import type { Page } from 'playwright'
import { expect } from 'vitest'

/** Waits until the map has drawn hexagons, and answers how many: asked of the map, which fires `load` on a blank one too. */
export async function drawnHexagons(page: Page, at = 0): Promise<number> {
  const map = page.locator('.accord-map__canvas').nth(at)
  await expect.poll(() => map.getAttribute('data-drawn'), { timeout: 20_000 }).toMatch(/^[1-9]/)
  return Number(await map.getAttribute('data-drawn'))
}

/** Shares of the pixels of a map that have about one of these colours, by a picture of the page as it is seen. */
export async function sharesOfColours(page: Page, colours: readonly string[], at = 0): Promise<number[]> {
  const picture = await page.locator('.accord-map__canvas').nth(at).screenshot()
  return page.evaluate(
    async ({ base64, wanted }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
      const counts = wanted.map(() => 0)
      for (let pixel = 0; pixel < data.length; pixel += 4) {
        const near = wanted.findIndex((colour) =>
          [1, 3, 5].every(
            (from, part) => Math.abs((data[pixel + part] ?? 0) - Number.parseInt(colour.slice(from, from + 2), 16)) < 6,
          ),
        )
        if (near >= 0) counts[near] = (counts[near] ?? 0) + 1
      }
      return counts.map((count) => count / (data.length / 4))
    },
    { base64: picture.toString('base64'), wanted: colours },
  )
}

/** Every address that a page asks of another host than ours. */
export function foreignRequests(page: Page, origin: string): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) asked.push(request.url())
  })
  return asked
}
