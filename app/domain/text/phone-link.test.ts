import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { phoneParts } from './phone-link.ts'

const rows = [
  { why: 'spaces are not dialled', typed: '0151 496 0017', dials: ['tel:01514960017'] },
  { why: 'from abroad', typed: '+44 (0)7700 900123', dials: ['tel:+447700900123'] },
  {
    why: 'a second number and words beside it',
    typed: '07700 900830 (evenings), or 0151 496 0018',
    dials: ['tel:07700900830', 'tel:01514960018'],
  },
  { why: 'a slash between two numbers', typed: '0151 496 0017/0018', dials: ['tel:01514960017', 'tel:0018'] },
  { why: 'a floor beside it', typed: '07700 900830 (2nd floor)', dials: ['tel:07700900830'] },
  { why: 'hours beside it', typed: '+44 (0)7700 900830 9-5, 18:00', dials: ['tel:+447700900830'] },
  { why: 'a space between two', typed: '07700900830 0151 496 0018', dials: ['tel:07700900830', 'tel:01514960018'] },
  { why: 'the country with zeros', typed: '0044 7700 900 830', dials: ['tel:00447700900830'] },
  { why: 'more digits than a number has', typed: '077009008301', dials: ['tel:077009008301'] },
  { why: 'words alone', typed: 'her sister has it', dials: [] },
  { why: 'no number is as short as this', typed: 'flat 12', dials: [] },
]

test.each(rows)('$why', ({ typed, dials }) => {
  const parts = phoneParts(typed)
  expect(parts.flatMap(({ href }) => href ?? [])).toEqual(dials)
  expect(parts.map(({ text }) => text).join('')).toBe(typed)
})

/** Where a number is shown that its reader does not call. */
const NOT_CALLED: Record<string, string> = { 'features/sign-in/account-page.tsx': 'one’s own number' }

test('every page that shows a phone number makes it a link', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const shown = globSync('{features,forms,routes,ui}/**/*.tsx', { cwd: root })
    .filter((file) => !(file in NOT_CALLED))
    .flatMap((file) => {
      const found = readFileSync(root + file, 'utf8').matchAll(/(?:value: |>\s*\{)[\w.?]*[pP]hone\b.*/g)
      return [...found].map(([line]) => `${file}: ${line.trim()}`)
    })
  expect(shown.length).toBeGreaterThanOrEqual(4)
  expect(shown.filter((line) => !line.includes('<PhoneNumbers'))).toEqual([])
})
