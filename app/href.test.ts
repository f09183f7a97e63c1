import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { href } from './href.ts'
import { PAGES } from './routes.ts'

const app = fileURLToPath(new URL('./', import.meta.url))

describe('href', () => {
  test('fills in the parameters and the query', () => {
    expect(href('/sent/:referralId', { referralId: 'R1' }, { done: 'sent' })).toBe('/sent/R1?done=sent')
    expect(href('/tiles/:z/:x/:y', { z: '1', x: '2', y: '3' })).toBe('/tiles/1/2/3')
    expect(href('/cases', { page: 2 })).toBe('/cases?page=2')
  })

  test('leaves out what is not there, and repeats what is repeated', () => {
    expect(href('/cases', { page: null, queue: undefined })).toBe('/cases')
    expect(href('/today')).toBe('/today')
    expect(href('/staff', new URLSearchParams('a=1&a=2'))).toBe('/staff?a=1&a=2')
  })

  test('keeps whatever a value holds inside its place', () => {
    expect(href('/invitation/:token', { token: '../a?b#c' })).toBe('/invitation/..%2Fa%3Fb%23c')
    expect(href('/search', { for: 'a&b=c' })).toBe('/search?for=a%26b%3Dc')
  })
})

test('no other file of the portal writes an address of a page by hand', () => {
  const words = [...new Set(Object.keys(PAGES).flatMap((pattern) => /^\/([a-z-]+)/.exec(pattern)?.slice(1) ?? []))]
  const byHand = new RegExp(`(.{0,40})(['"\`])/(?:${words.join('|')})(?=[/?'"\`]|\\$\\{)`, 'gs')
  const files = globSync('**/*.{ts,tsx}', { cwd: app }).filter(
    (file) => !/\.test\.|^(demo\/|href\.ts|routes\.ts)/.test(file),
  )
  expect(files.length).toBeGreaterThan(500)
  const found = files.flatMap((file) =>
    [...readFileSync(app + file, 'utf8').matchAll(byHand)].flatMap(([text, before = '']) =>
      /(href\(\s*|pattern: |from |import\()$/.test(before) ? [] : [`${file}: ${text.trim()}`],
    ),
  )
  expect(found).toEqual([])
})

test('each file of a page has its address, and each address its file', () => {
  const files = globSync('routes/**/*.{ts,tsx}', { cwd: app }).filter((file) => !/\.test\./.test(file))
  expect(files.toSorted()).toEqual([...new Set<string>(Object.values(PAGES))].toSorted())
})
