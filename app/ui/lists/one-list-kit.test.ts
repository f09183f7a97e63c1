import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const KIT = /^(domain|facts|ui)\/lists\//

/** What a list does that pages by its own means, each as it was written in a list before the kit. */
const OWN_MEANS: { what: string; pattern: RegExp; example: string }[] = [
  { what: 'leaves rows out', pattern: /\.offset\(/, example: '.limit(MOST).offset((page - 1) * MOST)' },
  {
    what: 'leaves rows out in SQL',
    pattern: /\boffset \$\{/i,
    example: ['limit $', '{limit} OFFSET $', '{from}'].join(''),
  },
  {
    what: 'calculates where a page begins',
    pattern: /\((page|number) - 1\) \*/,
    example: 'rows.slice((number - 1) * TABLE_PAGE)',
  },
  {
    what: 'calculates how many pages there are',
    pattern: /Math\.ceil\(\w*(total|count)\w* \//i,
    example: 'Math.max(1, Math.ceil(total / MAILS_A_PAGE))',
  },
  { what: 'reads a place', pattern: /get\('(after|before)'\)/, example: "readCursor(params.get('before'))" },
  {
    what: 'reads a number',
    pattern: /\bpage: z\.coerce|Number\([^\n]*get\('page'\)/,
    example: "const page = Number(params.get('page') ?? '1')",
  },
  { what: 'knows what a cursor is made of', pattern: /\\d\{6\}Z/, example: String.raw`/^([01])_(.*\.\d{6}Z)_/` },
  {
    what: 'compares rows with a place',
    pattern: /(\(\$\{\w+\}\)|\$\{row\}|\([a-z]\.\w+(, [a-z]\.\w+)+\)) [<>] /,
    example: '(r.due_at, r.referral_id) > (x)',
  },
  {
    what: 'counts up to a limit',
    pattern: /count\(\*\)[^`]{0,80}\(select[^`]{0,160}limit \$/,
    example: '(select count(*)::int from (select from referral r limit $1) c)',
  },
]

/** What may, and why. */
const MAY: Record<string, string> = {
  'features/casework/file/read-case-timeline.server.ts':
    'the events of a case are numbered in its log: their number is the place',
  'features/hotspots/map/map-query.ts': 'the rows of a release are all in memory: its table is cut, no list is read',
  'features/hotspots/map/read-map.server.ts': 'the same table',
  'features/hotspots/map/table-page.tsx': 'the same table',
  'features/staff/read-people.server.ts': 'people go by names, which no address holds: the place is looked up',
}

const sources = globSync('**/*.{ts,tsx}', { cwd: ROOT })
  .filter((file) => !/\.test\.tsx?$/.test(file) && !KIT.test(file))
  .map((file) => ({ file, text: readFileSync(ROOT + file, 'utf8') }))

describe('a list', () => {
  it('pages by the kit of lists, or says here why not', () => {
    const found = OWN_MEANS.flatMap(({ what, pattern }) =>
      sources.filter(({ text }) => pattern.test(text)).map(({ file }) => ({ file, what })),
    )
    const unexplained = found.filter(({ file }) => !MAY[file])
    expect(unexplained).toEqual([])
    expect([...new Set(found.map(({ file }) => file))].sort()).toEqual(Object.keys(MAY).sort())
    expect(sources.length).toBeGreaterThan(500)
  })

  it.each(OWN_MEANS)('is noticed when it $what', ({ pattern, example }) => {
    expect(example).toMatch(pattern)
  })
})
