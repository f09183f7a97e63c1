import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SHOWN_FIRST } from '../app/demo/people.ts'

it('the sign-in page of the demo begins with the people of README.md, in their order', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const section = readme.slice(readme.indexOf('## Who can sign in'), readme.indexOf('Outside the demo'))
  const names = [...section.matchAll(/^\| ([^|]+?) +\|/gm)].map(([, name]) => name).slice(1)
  expect(names.filter((name) => !name?.startsWith('-'))).toEqual(SHOWN_FIRST.map(({ name }) => name))
})
