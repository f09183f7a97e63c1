import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { pageFiles, pageScripts, sizeOf } from '../support/browser/page-scripts.ts'

const CLIENT = fileURLToPath(new URL('../../build/client/', import.meta.url))
const SERVER = fileURLToPath(new URL('../../build/server/', import.meta.url))

/** Words that only server code holds. */
const MARKS = ['ACCORD_SECRET', 'DATABASE_URL', 'portal_app', 'set_config(', 'node:crypto', 'drizzle', 'createHmac']

test('no file that a browser is sent holds server code', () => {
  const files = globSync('**/*.js', { cwd: CLIENT })
  const leaks = files.flatMap((file) => {
    const text = readFileSync(CLIENT + file, 'utf8')
    return MARKS.filter((mark) => text.includes(mark)).map((mark) => `${file}: ${mark}`)
  })
  expect(files.length).toBeGreaterThan(3)
  expect(leaks).toEqual([])
})

test('the marks would be found: the server half of the same build holds them', () => {
  const text = globSync('**/*.js', { cwd: SERVER })
    .map((file) => readFileSync(SERVER + file, 'utf8'))
    .join('\n')
  expect(MARKS.filter((mark) => text.includes(mark))).toEqual(expect.arrayContaining(['ACCORD_SECRET', 'set_config(']))
})

test('no page loads more than 110 KB of JavaScript, for those on an old phone and a poor line', () => {
  const pages = pageScripts()
  expect(pages.filter(({ bytes }) => bytes > 110_000)).toEqual([])
  // React and the router alone are more than this: a page counted as less was not counted.
  expect(pages.filter(({ bytes }) => bytes < 80_000)).toEqual([])
})

describe('what draws maps', () => {
  const drawing = /^\/assets\/(maplibre|mapbox|picker-map|engine|basemap|use-engine)/

  test('is fetched when a map is shown, and by no page before that', () => {
    const named = pageFiles().flatMap(({ route, files }) =>
      files.filter((file) => drawing.test(file) && !route.startsWith('routes/map')).map((file) => `${route}: ${file}`),
    )
    expect(named).toEqual([])
    expect(pageFiles().flatMap(({ files }) => files.filter((file) => /(maplibre|mapbox)-gl/.test(file)))).toEqual([])
  })

  test('makes the page of the map 480 KB of JavaScript at most, and 480 KB for itself with its worker', () => {
    const library = sizeOf('maplibre-gl-*.mjs', /worker/) + sizeOf('maplibre.client-*.js')
    const worker = sizeOf('maplibre-gl-worker-*.mjs')
    const page = pageScripts().find(({ route }) => route === 'routes/map/map')?.bytes ?? Number.NaN
    expect(library).toBeGreaterThan(200_000)
    expect(page + library).toBeLessThanOrEqual(480_000)
    expect(library + worker).toBeLessThanOrEqual(480_000)
  })
})
