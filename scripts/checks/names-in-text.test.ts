import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { namesInText } from './names-in-text.ts'

const APP = fileURLToPath(new URL('../../app/', import.meta.url))

test('no text on a page holds a name of the code', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: APP }).filter((file) => !/\.test\.|^(demo|server)\//.test(file))
  expect(files.length).toBeGreaterThan(500)
  expect(
    files.flatMap((file) => namesInText(file, readFileSync(APP + file, 'utf8')).map((name) => `${file}: ${name}`)),
  ).toEqual([])
})

test.each([
  { why: 'a heading', text: '<h1>SettingsPage</h1>', found: ['SettingsPage'] },
  { why: 'a sentence', text: "const a = 'Ask the caseWorker first'", found: ['caseWorker'] },
  { why: 'code is no text', text: 'const settingsPage = <SettingsPage caseId={caseId} />', found: [] },
  { why: 'a word that people write so', text: '<p>Without JavaScript</p>', found: [] },
])('finds it or not: $why', ({ text, found }) => {
  expect(namesInText('page.tsx', text)).toEqual(found)
})
