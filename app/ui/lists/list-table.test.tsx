import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type ListColumn, ListTable } from './list-table.tsx'

interface Row {
  id: string
  worker: string
  done: boolean
}

const COLUMNS: ListColumn<Row>[] = [
  { key: 'id', header: 'Case', rowHeading: true, cell: ({ id }) => id },
  { key: 'worker', header: 'Case worker', cell: ({ worker }) => worker },
  { key: 'done', header: 'Status', cell: ({ done }) => <b>{String(done)}</b>, value: ({ done }) => done },
  { key: 'open', header: 'Action', cell: () => <i>Open</i>, value: null },
]

function headers(...rows: Row[]) {
  const list = <ListTable caption="Cases" columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />
  return [...renderToStaticMarkup(list).matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, header]) => header)
}

const PRIYA = { id: '1', worker: 'Priya', done: false }

describe('a list', () => {
  it('leaves out a column that says the same in every row', () => {
    expect(headers(PRIYA, { ...PRIYA, id: '2', done: true })).toEqual(['Case', 'Status', 'Action'])
    expect(headers(PRIYA, { ...PRIYA, id: '2', worker: 'Callum' })).toEqual(['Case', 'Case worker', 'Action'])
  })

  it('says once what is the same in every row', () => {
    const list = (
      <ListTable caption="Cases" columns={COLUMNS} rows={[PRIYA, { ...PRIYA, id: '2' }]} rowKey={({ id }) => id} />
    )
    const [line] = renderToStaticMarkup(list).split('<table')
    expect(line).toContain('Case worker: Priya · Status: <b>false</b> (same in all rows)')
  })

  it('shows every column of a single row', () => {
    expect(headers(PRIYA)).toEqual(['Case', 'Case worker', 'Status', 'Action'])
  })
})

/** Tables whose columns are read together, also where all of one are alike. */
const NO_LISTS: Record<string, string> = {
  'awareness/effect/compared-section.tsx': 'numbers before and after',
  'hotspots/map/area-table.tsx': 'numbers of the map, to compare from release to release',
  'hotspots/releases/attack-table.tsx': 'a report, complete by its purpose',
  'hotspots/imports/import-guide.tsx': 'every column of a file, explained',
  'hotspots/releases/release-preview.tsx': 'numbers of a release, to compare',
  'hotspots/map/strand-table.tsx': 'numbers of each strand, to compare',
  'hotspots/map/trend-line.tsx': 'numbers of each quarter, to compare',
  'hotspots/rules/rules-versions.tsx': 'versions side by side',
  'papers/deliveries-table.tsx': 'the papers given in one case, few and shown whole',
  'today/manager-today.tsx': 'numbers of each worker',
  'today/partnership-today.tsx': 'numbers of each agency',
}

it('every table of a feature is a list, or says why it is none', () => {
  const root = fileURLToPath(new URL('../../features/', import.meta.url))
  const plain = globSync('**/*.tsx', { cwd: root }).filter((file) =>
    /<Table[\s>]/.test(readFileSync(root + file, 'utf8')),
  )
  expect(plain.sort()).toEqual(Object.keys(NO_LISTS).sort())
})
