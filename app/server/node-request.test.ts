import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BODY_LIMIT_BYTES, FIELD_LIMIT, toRequest } from './node-request.ts'

const ORIGIN = 'https://accord.example.org'
let server: Server
let port: number

beforeAll(async () => {
  server = createServer(echo).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(() => server.close())

async function echo(req: IncomingMessage, res: ServerResponse) {
  const request = await toRequest(req, res, ORIGIN)
  if (!(request instanceof Request)) return res.writeHead(request.status, { Connection: 'close' }).end()
  const form = request.method === 'POST' ? Object.fromEntries(await request.formData()) : undefined
  res.end(JSON.stringify({ url: request.url, headers: Object.fromEntries(request.headers), form }))
}

function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { method = 'GET', headers = {} } = options
    const sent = httpRequest({ port, host: '127.0.0.1', path, method, headers }, async (res) => {
      const chunks = await res.toArray()
      resolve({ status: res.statusCode ?? 0, text: Buffer.concat(chunks).toString() })
    })
    sent.once('error', reject)
    sent.end(options.body)
  })
}

function fields(count: number) {
  return Array.from({ length: count }, (_, at) => `field${at}=`).join('&')
}

function part(text: string, file = '') {
  return `--x\r\nContent-Disposition: form-data; name="a"${file}\r\n\r\n${text}\r\n--x--\r\n`
}

function parts(count: number) {
  const part = (at: number) => `--x\r\nContent-Disposition: form-data; name="field${at}"\r\n\r\nb\r\n`
  return `${Array.from({ length: count }, (_, at) => part(at)).join('')}--x--\r\n`
}

test('the address is the public origin, whatever Host and X-Forwarded-Host say', async () => {
  const headers = { Host: 'evil.test', 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'http' }
  const { url, headers: seen } = JSON.parse((await send('//evil.test/cases?a=b', { headers })).text)
  expect(url).toBe('https://accord.example.org//evil.test/cases?a=b')
  expect(seen).toMatchObject({ host: 'accord.example.org' })
  expect(seen).not.toHaveProperty('x-forwarded-host')
})

test.each([
  { path: '/%', why: 'a percent sign alone' },
  { path: '/%E0%A4%A', why: 'half a character' },
  { path: '/cases/%00', why: 'a NUL, which no text of the database can hold' },
  { path: '/cases?q=%00', why: 'a NUL in the query' },
  { path: '/cases?_data=root', why: 'the retired data parameter of Remix' },
  { path: 'http://evil.test/', why: 'an address of another server' },
])('$why is answered 400', async ({ path }) => {
  expect((await send(path)).status).toBe(400)
})

test.each([
  { type: 'application/x-www-form-urlencoded', body: 'a=b', status: 200, why: 'a form' },
  { type: undefined, body: '', status: 200, why: 'an empty post' },
  {
    type: 'multipart/form-data; boundary=x',
    body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
    status: 200,
    why: 'a form with parts',
  },
  { type: 'multipart/form-data', body: 'abc', status: 400, why: 'parts without a boundary' },
  { type: 'multipart/form-data; boundary=x', body: 'abc', status: 400, why: 'broken parts' },
  { type: 'application/x-www-form-urlencoded', body: 'a=%00', status: 400, why: 'a NUL in a field' },
  { type: 'multipart/form-data; boundary=x', body: part('a\0b'), status: 400, why: 'a NUL in a part' },
  {
    type: 'multipart/form-data; boundary=x',
    body: part('PK\u0003\u0004\0', '; filename="own.xlsx"'),
    status: 200,
    why: 'a NUL in a file, which the page that reads it explains',
  },
  { type: 'application/json', body: '{}', status: 415, why: 'no form at all' },
  {
    type: 'application/x-www-form-urlencoded',
    body: Buffer.alloc(BODY_LIMIT_BYTES + 1, 97),
    status: 413,
    why: 'more than 1 MB',
  },
  {
    type: 'application/x-www-form-urlencoded',
    body: fields(FIELD_LIMIT),
    status: 200,
    why: 'as many fields as may be',
  },
  { type: 'application/x-www-form-urlencoded', body: fields(20_000), status: 413, why: 'a form of 20,000 fields' },
  { type: 'multipart/form-data; boundary=x', body: parts(FIELD_LIMIT), status: 200, why: 'as many parts as may be' },
  { type: 'multipart/form-data; boundary=x', body: parts(FIELD_LIMIT + 1), status: 413, why: 'one part more' },
  { type: 'multipart/form-data; boundary="x"', body: parts(2_000), status: 413, why: 'parts behind a quoted boundary' },
])('$why is answered $status', async ({ type, body, status }) => {
  const headers: Record<string, string> = type ? { 'Content-Type': type } : {}
  expect((await send('/', { method: 'POST', headers, body })).status).toBe(status)
})

test('a body without a declared length is counted as it comes', async () => {
  const headers = { 'Transfer-Encoding': 'chunked', 'Content-Type': 'application/x-www-form-urlencoded' }
  const sent = await send('/', { method: 'POST', headers, body: Buffer.alloc(BODY_LIMIT_BYTES + 1, 97) })
  expect(sent.status).toBe(413)
})
