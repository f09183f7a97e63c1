import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { postedFields } from './kept-form.server.ts'

const app = fileURLToPath(new URL('../', import.meta.url))
const PORTAL = 'https://accord.example'

function formOf(names: readonly string[]): FormData {
  const form = new FormData()
  for (const name of names) form.append(name, 'typed')
  return form
}

/** The names of the fields that pages write out, and whether each is for a secret. */
function fieldsOfPages(): { name: string; isSecret: boolean }[] {
  const sources = globSync('**/*.tsx', { cwd: app }).map((file) => readFileSync(app + file, 'utf8'))
  const elements = sources.flatMap(
    (source) => source.match(/<[A-Z]\w*(?:[^<>]|=>)*?\bname="[^"]+"(?:[^<>]|=>)*>/g) ?? [],
  )
  return elements.map((element) => ({
    name: /\bname="([^"]+)"/.exec(element)?.[1] ?? '',
    isSecret: /type="password"|one-time-code|name="code"/.test(element),
  }))
}

it('a form that is kept to be sent again has every field but passwords and codes', () => {
  const fields = fieldsOfPages()
  const kept = postedFields(`${PORTAL}/reports/new`, formOf(fields.map(({ name }) => name))).fields.map(
    ([name]) => name,
  )
  expect(fields.filter(({ name, isSecret }) => kept.includes(name) === isSecret)).toEqual([])
  expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['postcode', 'password', 'code']))
})

it.each([
  { path: '//other.example/reports/new', to: '/other.example/reports/new', why: 'an address of another site' },
  { path: '/\\other.example/', to: '/other.example/', why: 'the same, with a backslash' },
  { path: '/reports/new.data?a=b', to: '/reports/new?a=b', why: 'the page, not its data' },
])('a form that is kept is sent to a page of the portal alone: $why', ({ path, to }) => {
  expect(postedFields(PORTAL + path, new FormData()).path).toBe(to)
})
