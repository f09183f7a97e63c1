import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DRAFT_FORMS, isAutosaved } from '../../domain/drafts/draft-form.ts'

const APP = fileURLToPath(new URL('../../', import.meta.url))
const source = globSync('{features,routes,forms}/**/*.{ts,tsx}', { cwd: APP })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(APP + file, 'utf8'))
  .join('\n')

function namesAfter(pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map(([, name = '']) => name))].sort()
}

/** `endDraft(tx, asking, { form: 'report' …`: the transaction that saves a form ends its draft. */
const ENDS = /\bendDraft\(\s*tx,\s*\w+,\s*\{\s*form: '([^']*)'/g
const FINDS = /\bfindDraft\(\s*tx,\s*\w+,\s*\{\s*form: '([^']*)'/g
const KEEPS = /\bdraftOf=\{\{\s*form: '([^']*)'/g

describe('every form that keeps a draft', () => {
  const declared = Object.keys(DRAFT_FORMS).sort()

  it('is in the table if its page sends by itself what is typed, and only then', () => {
    expect(namesAfter(KEEPS)).toEqual(declared.filter(isAutosaved))
  })

  it.each([
    { does: 'shows it again', found: namesAfter(FINDS) },
    { does: 'ends it when it is saved', found: namesAfter(ENDS) },
  ])('is in the table, and $does', ({ found }) => {
    expect(found).toEqual(declared)
  })
})
