import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findRetiredWords, sayRetiredWord } from './retired-words.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
// Migrations are history: none is ever changed.
const OURS = ['{app,scripts,tests}/**/*.{ts,tsx,mjs}', 'db/{*,schema/*}.ts', 'docs/**/*.md', 'README.md']

const wordsIn = (file: string, text: string) => findRetiredWords(file, text).map(({ found }) => found)

describe('retired words', () => {
  it('are in no name, comment, test, document or text of a page', () => {
    const files = globSync(OURS, { cwd: ROOT }).sort()
    expect(files.length).toBeGreaterThan(1_000)
    expect(
      files.flatMap((file) => findRetiredWords(file, readFileSync(ROOT + file, 'utf8'))).map(sayRetiredWord),
    ).toEqual([])
  })

  it.each([
    { why: 'a comment', text: '/** Reckons the date. */', found: ['Reckons'] },
    {
      why: 'a phrase over two lines of a comment',
      text: '/**\n * The manager is\n * told of it.\n */',
      found: ['is told'],
    },
    { why: 'a compound name', text: 'const atTheDoor = 1', found: ['at The Door'] },
    { why: 'a name of a file', text: "import { x } from './put-it-right.ts'", found: ['put it right'] },
    { why: 'a plain word that holds a retired one', text: '// Amended, indeed, and recommended.', found: [] },
  ])('everywhere: $why', ({ text, found }) => {
    expect(wordsIn('scripts/example.ts', text)).toEqual(found)
  })

  it.each([
    { why: 'the text of an element', text: '<p>Nobody has\nanswered yet.</p>', found: ['Nobody'] },
    { why: 'a sentence in quotes', text: "const hint = 'Ask whoever invited you'", found: ['whoever'] },
    { why: 'a part of a template', text: `const line = \`\${name} stands on your page\``, found: ['stands on'] },
    { why: 'not a comment, where it may be exact', text: '// The row that nobody may read.', found: [] },
    { why: 'not an id of one word', text: "const kind = 'nobody'", found: [] },
  ])('on pages: $why', ({ text, found }) => {
    expect(wordsIn('app/features/example.tsx', text)).toEqual(found)
  })

  it.each([
    { why: 'a comment', text: '/** Whoever has the case. */\nconst a = 1', found: ['Whoever'] },
    {
      why: 'over two lines',
      text: '/**\n * The error stands\n * beside its field.\n */\nconst a = 1',
      found: ['stands beside'],
    },
    {
      why: 'inside a function',
      text: 'function f() {\n  // Takes back the consent.\n  return 1\n}',
      found: ['Takes back'],
    },
    { why: 'not a name or a string', text: "const takeBack = 'somebody-has-it'", found: [] },
    { why: 'not the whole word', text: '// A standing order, and notes for whom it concerns.\nconst a = 1', found: [] },
  ])('in comments of the code: $why', ({ text, found }) => {
    expect(wordsIn('app/domain/example.ts', text)).toEqual(found)
    expect(wordsIn('app/domain/example.test.ts', text)).toEqual([])
  })

  it('are named with their place and a plain word', () => {
    const [first] = findRetiredWords('app/example.ts', 'const a = 1\n// The date is reckoned.\n')
    expect(first && sayRetiredWord(first)).toBe('app/example.ts:2: "reckoned" is retired. Write calculate')
  })

  it('stay in the clauses and in what clients consented to', () => {
    for (const file of ['app/domain/standards/clause.ts', 'app/domain/consents/consent-wording.ts'])
      expect(wordsIn(file, "const wording = 'Nobody is told'")).toEqual([])
  })
})
