import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const app = fileURLToPath(new URL('../', import.meta.url))

/** Where a choice that is in the address alone leaves the keyboard, if not at a heading with `data-next-step`. */
const ELSEWHERE: Record<string, string> = {
  'ui/lists/filter.tsx': 'the button stays where it was, above the list',
  'features/consents/consent-setup.tsx': 'another page, at its heading',
  'features/hotspots/map/map-controls.tsx': 'the field that was chosen from',
}

it('every form that changes the address alone says where the keyboard goes next', () => {
  const files = globSync('**/*.tsx', { cwd: app }).filter((file) => !file.includes('.test.'))
  const choosing = files.filter((file) => readFileSync(app + file, 'utf8').includes('method="get"'))
  const unsaid = choosing.filter(
    (file) => !(file in ELSEWHERE) && !readFileSync(app + file, 'utf8').includes('data-next-step'),
  )
  expect(unsaid).toEqual([])
  expect(choosing.length).toBeGreaterThanOrEqual(4)
})
