import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staticFiles } from './static-files.ts'

const LARGE = 2_000_000
let server: Server
let origin: string

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/page-abc123.js'), 'export const page = 1')
  writeFileSync(join(folder, 'assets/page-abc123.js.br'), 'compressed')
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  writeFileSync(join(folder, 'map.pmtiles'), Buffer.alloc(LARGE, 'x'))
  writeFileSync(join(folder, '..', 'outside.txt'), 'secret')
  const serve = staticFiles(folder)
  server = createServer((req, res) => {
    if (!serve(req, res, (req.url ?? '').split('?')[0] ?? '')) res.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

function get(path: string, headers: Record<string, string> = {}) {
  return fetch(origin + path, { headers: { 'Accept-Encoding': 'identity', ...headers } })
}

test('a name with a hash in it is kept for ever, any other for an hour', async () => {
  const hashed = await get('/assets/page-abc123.js')
  expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('public, max-age=3600')
})

test('a browser that has the file gets 304', async () => {
  const etag = (await get('/favicon.svg')).headers.get('etag') ?? ''
  expect((await get('/favicon.svg', { 'If-None-Match': etag })).status).toBe(304)
  expect((await get('/favicon.svg', { 'If-None-Match': '"other"' })).status).toBe(200)
})

test('a compressed file is sent only to a client that can read it, and caches are informed', async () => {
  const plain = await get('/assets/page-abc123.js')
  expect([await plain.text(), plain.headers.get('vary')]).toEqual(['export const page = 1', 'Accept-Encoding'])
  const head = await fetch(`${origin}/assets/page-abc123.js`, { method: 'HEAD', headers: { 'Accept-Encoding': 'br' } })
  expect([head.headers.get('content-encoding'), head.headers.get('content-length')]).toEqual(['br', '10'])
})

describe('a part of a large file', () => {
  test.each([
    { range: 'bytes=0-9', status: 206, length: 10, why: 'the first bytes' },
    { range: 'bytes=1999990-', status: 206, length: 10, why: 'the last bytes' },
    { range: 'bytes=9-2', status: 200, length: LARGE, why: 'a range that runs backwards' },
    { range: 'bytes=0-1,5-6', status: 200, length: LARGE, why: 'several ranges' },
    { range: 'cows=1-2', status: 200, length: LARGE, why: 'another unit' },
    { range: 'bytes=9000000-', status: 416, length: 0, why: 'beyond the end' },
  ])('$why: $status', async ({ range, status, length }) => {
    const answer = await get('/map.pmtiles', { Range: range })
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([status, length])
  })
})

test.each(['/../outside.txt', '/%2e%2e/outside.txt', '/assets', '/assets/page-abc123.js.br', '/nothing.js'])(
  '%s is not served',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)
