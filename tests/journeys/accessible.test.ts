import { expect, test } from 'vitest'
import { expectAccessible } from '../support/browser/accessible.ts'
import { openPage } from '../support/browser/browser.ts'

const pageWith = (part: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width">${part}`

const sound = pageWith('</head><body><main><h1>A page</h1><p>Words</p></main>')

test.each([
  {
    why: 'a picture without words',
    part: '</head><body><main><h1>A page</h1><img src="data:,"></main>',
    says: 'image-alt',
  },
  { why: 'a field without a label', part: '</head><body><main><h1>A page</h1><input></main>', says: 'label' },
  {
    why: 'pale words on a phone only',
    part: '<style>@media (max-width: 600px) { p { color: #ccc } }</style></head><body><main><h1>A page</h1><p>Words</p></main>',
    says: 'at 390 px[^]*color-contrast',
  },
  {
    why: 'a page that is wider than a phone',
    part: '</head><body><main><h1>A page</h1><p style="width: 800px">Words</p></main>',
    says: 'scrolls sideways at 390 px',
  },
])('$why is found, and nothing on the same page without it', async ({ part, says }) => {
  const page = await openPage('http://localhost')
  await page.setContent(sound)
  await expectAccessible(page)
  await page.setContent(pageWith(part))
  await expect(expectAccessible(page)).rejects.toThrow(new RegExp(says))
})
