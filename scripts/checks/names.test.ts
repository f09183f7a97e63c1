import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findSharedNames } from './names.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

describe('names', () => {
  it('of functions and types are exported from one file each', () => {
    const sources = globSync('{app,db,scripts}/**/*.{ts,tsx,mjs}', { cwd: ROOT })
      .filter((file) => !/\.(test|d)\.tsx?$/.test(file))
      .map((file) => ({ file, text: readFileSync(ROOT + file, 'utf8') }))
    expect(sources.length).toBeGreaterThan(900)
    expect([...findSharedNames(sources)]).toEqual([])
  })

  it('with two meanings are found, whatever they name', () => {
    const sources = [
      { file: 'a.ts', text: 'export function readThings() {}\nexport const loader = 1\nfunction own() {}' },
      { file: 'app/routes/a.tsx', text: 'export async function loader() {}\nexport function action() {}' },
      { file: 'app/routes/b.tsx', text: 'export async function loader() {}\nexport function action() {}' },
      {
        file: 'b.ts',
        text: 'export async function readThings() {}\nexport async function loader() {}\nfunction own() {}',
      },
      { file: 'c.tsx', text: 'export default function Things() {}' },
      { file: 'd.ts', text: 'export interface Things {}\nexport async function loader() {}' },
    ]
    expect([...findSharedNames(sources)]).toEqual([
      ['readThings', ['a.ts', 'b.ts']],
      ['loader', ['b.ts', 'd.ts']],
      ['Things', ['c.tsx', 'd.ts']],
    ])
  })
})
