import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { PAGES } from '../routes.ts'
import { UPLOAD_PAGES } from '../server/upload-addresses.ts'

/** Actions that are not the form of a page, and why. */
const BY_HAND: Readonly<Record<string, string>> = {
  'routes/draft.tsx':
    'reads what is typed without a schema, and answers a script without content; a draft may go twice',
  'routes/account/sign-out-everywhere.tsx': 'must work whatever else the form holds, or lost a key',
  'routes/sign-in/sign-out.tsx': 'must work whatever else the form holds, also for whoever is signed out already',
  'routes/sign-in/stay-signed-in.tsx': 'a script asks it, and it writes nothing',
  'routes/sign-in/demo.tsx': 'a button of the demonstration: whatever is wrong with it is not found',
  'routes/map/places/remove-place.tsx': 'a button in a list: it has no page that could show what is wrong',
  'routes/search.tsx': 'a search that is posted to keep its words out of addresses: nothing is refused',
  'routes/not-found.tsx': 'answers every form to an address that does not exist',
}

const actions = Object.entries(PAGES)
  .map(([pattern, file]) => ({ pattern, file, source: sourceOf(file) }))
  .filter(({ source }) => /^export .*\baction\b/m.test(source))

function sourceOf(file: string): string {
  return readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8')
}

function isDeclared(source: string): boolean {
  return /^export const action = formAction\(\{$/m.test(source) && !/\b(readForm|typedFields)\(/.test(source)
}

describe('the action of every route', () => {
  it('is a declaration, with few exceptions', () => {
    const byHand = actions.filter(({ source }) => !isDeclared(source)).map(({ file }) => file)
    expect(byHand.sort()).toEqual(Object.keys(BY_HAND).sort())
    expect(actions.length - byHand.length).toBeGreaterThan(70)
  })

  it('takes only ids that are in its address', () => {
    const given = actions.flatMap(({ pattern, source }) =>
      [...(/^ {2}params: \[([^\]]*)\]/m.exec(source)?.[1]?.matchAll(/'(\w+)'/g) ?? [])].map(([, name]) => ({
        pattern,
        name,
      })),
    )
    expect(given.length).toBeGreaterThan(50)
    expect(given.filter(({ pattern, name }) => !pattern.split('/').includes(`:${name}`))).toEqual([])
  })

  it('that keeps files is at an address that takes them, and no other address takes any', () => {
    const keeping = actions.filter(({ source }) => /^ {2}uploads: \[/m.test(source)).map(({ pattern }) => pattern)
    expect(keeping.sort()).toEqual(UPLOAD_PAGES.map(({ pattern }) => pattern).sort())
  })
})
