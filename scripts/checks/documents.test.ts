import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findPaths } from './documents.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const DOCUMENTS = globSync(['README.md', 'docs/**/*.md'], { cwd: ROOT })
const OURS = globSync('{app,db,docs,patches,scripts,tests}/**', { cwd: ROOT }).map((path) => `/${path}`)

function exists(document: string, path: string, isLink: boolean) {
  if (isLink) return existsSync(join(ROOT, dirname(document), path))
  return existsSync(join(ROOT, path)) || OURS.some((each) => each.endsWith(`/${path}`))
}

describe('documents', () => {
  it('name only files and folders that exist', () => {
    const named = DOCUMENTS.flatMap((document) =>
      findPaths(readFileSync(ROOT + document, 'utf8')).map((found) => ({ document, ...found })),
    )
    expect(named.length).toBeGreaterThan(80)
    expect(
      named
        .filter(({ document, path, isLink }) => !exists(document, path, isLink))
        .map(({ document, path }) => `${document}: ${path}`),
    ).toEqual([])
    expect(exists('README.md', 'app/no-such-file.ts', false)).toBe(false)
    expect(exists('docs/imports.md', 'docs/imports.md', true)).toBe(false)
  })

  it('number each decision once', () => {
    const numbers = DOCUMENTS.flatMap((document) => /^docs\/decisions\/(\d{4})-/.exec(document)?.[1] ?? [])
    expect(numbers.length).toBeGreaterThan(20)
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([])
  })

  it.each([
    { why: 'a folder', text: 'See `app/forms/`.', paths: ['app/forms'] },
    { why: 'a file alone', text: 'See `once.ts`.', paths: ['once.ts'] },
    { why: 'several in braces', text: '`cases/{file,list}`', paths: ['cases/file', 'cases/list'] },
    { why: 'a link', text: '[imports](docs/imports.md)', paths: ['docs/imports.md'] },
    {
      why: 'no address, command, package or host',
      text: '`/map` `npm test` `ipaddr.js` [a](https://b.org/c.md)',
      paths: [],
    },
    { why: 'nothing of an example', text: '```\npg_dump > `app/x.ts`\n```', paths: [] },
  ])('name $why', ({ text, paths }) => {
    expect(findPaths(text).map(({ path }) => path)).toEqual(paths)
  })
})
