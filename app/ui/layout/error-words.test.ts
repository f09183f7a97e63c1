import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { errorWords } from './error-words.ts'

const OURS = errorWords(500).title

it.each([400, 401, 403, 404, 405, 409, 413, 418, 422, 429, 503])('does not call %i a fault of ours', (status) => {
  expect(errorWords(status).title).not.toBe(OURS)
})

it('says that the session has ended when it has', () => {
  expect(errorWords(401).title).toBe('Sign in again')
})

it('calls whatever else fails a fault of ours', () => {
  expect([500, 502, 599].map((status) => errorWords(status).title)).toEqual([OURS, OURS, OURS])
})

it('has words of its own for every page that the source answers instead of the one asked for', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const files = globSync('{access,routes,features}/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test\./.test(file),
  )
  const thrown = files.flatMap((file) =>
    [
      ...readFileSync(root + file, 'utf8').matchAll(
        /(?:throw|return) (?:new Response|data)\([^;]*?status: (4\d\d|5\d\d), statusText/g,
      ),
    ].map(([, status]) => Number(status)),
  )
  expect(thrown.length).toBeGreaterThan(1)
  expect(thrown.filter((status) => errorWords(status).title === errorWords(418).title)).toEqual([])
})
