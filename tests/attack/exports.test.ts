import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readRoutes } from '../support/manifest.ts'

const app = fileURLToPath(new URL('../../app/', import.meta.url))

/** Addresses that answer with something else than a page or a file to save; any other must count what it sends. */
const NO_FILE: Record<string, string> = {
  'routes/calendar-feed': 'a calendar program asks for it again and again; who finds nothing is counted',
  'routes/map/data': 'what the map draws, which the page shows already',
  'routes/map/picture': 'the same as a picture, for the printed page',
  'routes/draft': 'says that the draft was kept, without content',
  'routes/sign-in/stay-signed-in': 'says that the session goes on, without content',
  'routes/map/tile': 'the basemap',
  'routes/map/tiles': 'which layers the basemap has',
}

test('every address that sends a file counts it', () => {
  const routes = readRoutes()
  expect(Object.keys(NO_FILE).filter((id) => !routes.some((route) => route.id === id))).toEqual([])
  const sending = routes
    .map(({ id }) => ({ id, source: sourceOf(id) }))
    .filter(({ id, source }) => !(id in NO_FILE) && /new Response\(|\bdownload(List)?\(/.test(source))
  const uncounted = sending.filter(({ source }) => !/return download(List)?\(actor, /.test(source))
  expect(uncounted.map(({ id }) => id)).toEqual([])
  expect(sending.length).toBeGreaterThanOrEqual(6)
})

test('the original of a file kept for a case is counted before it is read', () => {
  const source = readFileSync(`${app}features/evidence/send-file.server.ts`, 'utf8')
  expect(source).toMatch(/if \(part === 'original'\) await limitExports\(actor\.staffId\)\n.*openStoredFile\(/)
})

test('the rows of a list are a file like any other', () => {
  expect(readFileSync(`${app}access/export/download-list.server.ts`, 'utf8')).toMatch(/return download\(actor, /)
})

test('a file to save is sent in one way only', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: app }).filter(
    (file) => !file.includes('.test.') && /content-disposition/i.test(readFileSync(app + file, 'utf8')),
  )
  // Files of a case come piece by piece and under a policy of their own.
  expect(files.sort()).toEqual(['access/export/download.server.ts', 'features/evidence/send-file.server.ts'])
})

function sourceOf(id: string): string {
  const [file = ''] = globSync(`${id}.{ts,tsx}`, { cwd: app })
  return readFileSync(app + file, 'utf8')
}
