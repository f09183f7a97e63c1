import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findKnownDevice } from '../../app/access/known-device.server.ts'
import { countedAddress } from '../../app/access/rate-limit.server.ts'
import { safeReturnPath } from '../../app/access/return-path.ts'
import { unseal } from '../../app/access/secret-box.server.ts'
import { passwordInput } from '../../app/features/sign-in/enter-password.server.ts'
import { readForm } from '../../app/forms/read-form.server.ts'
import { BODY_LIMIT_BYTES, toRequest } from '../../app/server/node-request.ts'

/** A cost below this at the longest input that is let in harms nobody, whatever its growth. */
const HARMLESS_MS = 40
/** Twice the input may cost this many times as much; work that grows with its square costs 4 times. */
const LINEAR = 3
const LONGEST_HEADER = 16_000

let server: Server

beforeAll(async () => {
  Object.assign(process.env, {
    APP_DATABASE_URL: 'postgres://portal_app@127.0.0.1/accord',
    ACCORD_SECRET: 'a secret only this test of accord knows',
    ORIGIN: 'https://accord.example.org',
  })
  server = createServer(async (req, res) => {
    const sent = await toRequest(req, res, 'https://accord.example.org')
    if (!(sent instanceof Request)) return res.writeHead(sent.status, { Connection: 'close' }).end()
    const read = req.method === 'POST' ? await readForm(sent, passwordInput, { forget: ['password'] }) : null
    res.end(JSON.stringify(read))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})

afterAll(() => server.close())

function send(path: string, body?: string, type = 'application/x-www-form-urlencoded') {
  return new Promise<void>((resolve) => {
    const { port } = server.address() as AddressInfo
    const method = body === undefined ? 'GET' : 'POST'
    const sent = request({ port, host: '127.0.0.1', path, method, headers: { 'Content-Type': type } }, (answer) =>
      answer.resume().once('close', resolve),
    )
    // A refusal may come before the body is read: then the connection ends.
    sent.once('error', () => resolve())
    sent.end(body)
  })
}

const repeated = (size: number, piece: (at: number) => string) => {
  const pieces: string[] = []
  for (let length = 0, at = 0; length < size; at += 1) {
    const next = piece(at)
    pieces.push(next)
    length += next.length
  }
  return pieces.join('').slice(0, size)
}

const MULTIPART = 'multipart/form-data; boundary=x'
const PART = '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n'

/** Shapes of a form that anybody may send. */
const FORMS: { why: string; body: (size: number) => string; type?: string }[] = [
  { why: 'a field of a new name each time', body: (size) => repeated(size, (at) => `field${at}=&`) },
  { why: 'the same field again and again', body: (size) => repeated(size, () => 'email=&') },
  { why: 'signs with nothing between them', body: (size) => '&'.repeat(size) },
  { why: 'one field as long as may be', body: (size) => `email=${'a'.repeat(size - 6)}` },
  { why: 'spaces before and behind', body: (size) => `email=${'+'.repeat(size / 2)}a${'+'.repeat(size / 2 - 7)}` },
  { why: 'every sign written by its number', body: (size) => `email=${'%41'.repeat((size - 6) / 3)}` },
  { why: 'a name that never ends', body: (size) => 'email'.repeat(size / 5) },
  { why: 'many parts', type: MULTIPART, body: (size) => repeated(size, (at) => PART.replace('email', `f${at}`)) },
  { why: 'one part that almost ends', type: MULTIPART, body: (size) => PART + repeated(size - 60, () => '\r\n--') },
  {
    why: 'a header of a part that never ends',
    type: MULTIPART,
    body: (size) => `--x\r\nContent-Disposition: form-data; name="${'a'.repeat(size - 100)}"\r\n\r\n\r\n--x--\r\n`,
  },
  {
    why: 'a part of many headers',
    type: MULTIPART,
    body: (size) => `--x\r\n${repeated(size - 100, (at) => `A${at}: b\r\n`)}\r\n\r\n--x--\r\n`,
  },
]

/** Shapes of an address, a cookie or an address of a client. */
const HEADERS: { why: string; run: (text: string) => unknown; text: (size: number) => string }[] = [
  {
    why: 'a cookie of many devices',
    run: (text) => findKnownDevice(text, 'sam@example.org'),
    text: (size) => `__Host-accord-device=${repeated(size - 21, (at) => `${at}.x~`)}`,
  },
  {
    why: 'a cookie of many cookies',
    run: (text) => findKnownDevice(text, 'sam@example.org'),
    text: (size) => repeated(size, () => 'a=b;  '),
  },
  { why: 'where to go afterwards, of many folders', run: safeReturnPath, text: (size) => '/..'.repeat(size / 3) },
  { why: 'an address of many colons', run: countedAddress, text: (size) => ':'.repeat(size) },
  { why: 'an address of many digits', run: countedAddress, text: (size) => `::ffff:${'1.'.repeat(size / 2)}x` },
  {
    why: 'a sealed form of many dots',
    run: (text) => unseal('kept-form', text, 'sam'),
    text: (size) => '.'.repeat(size),
  },
]

/** The least of several, so that what else the machine does counts for little. */
async function costOf(run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 4; round += 1) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/** Measured again where it looks too much: other work of the process costs something once, a square costs it each time. */
async function expectLinear(run: (size: number) => unknown, longest: number, attempts = 5) {
  let half = Number.POSITIVE_INFINITY
  let whole = Number.POSITIVE_INFINITY
  const isLinear = () => whole < Math.max(HARMLESS_MS, half * LINEAR)
  for (let attempt = 0; attempt < attempts && !isLinear(); attempt += 1) {
    half = Math.min(half, await costOf(() => run(longest / 2)))
    whole = Math.min(whole, await costOf(() => run(longest)))
  }
  expect(whole, `half as long: ${half} ms`).toBeLessThan(Math.max(HARMLESS_MS, half * LINEAR))
}

test('work that grows with its square is found', async () => {
  const square = (size: number) => {
    let found = 0
    for (let at = 0; at < size; at += 1) for (let other = 0; other < size; other += 1) found += at ^ other
    return found
  }
  await expect(expectLinear((size) => square(size / 2), LONGEST_HEADER * 1.4, 1)).rejects.toThrow(/half as long/)
})

describe('twice as much from a stranger costs about twice as much to read', () => {
  test.each(FORMS)('a form: $why', async ({ body, type }) => {
    await expectLinear((size) => send('/sign-in', body(Math.floor(size)), type), BODY_LIMIT_BYTES)
  })

  test.each(HEADERS)('$why', async ({ run, text }) => {
    await expectLinear((size) => run(text(Math.floor(size))), LONGEST_HEADER)
  })

  test.each([
    { why: 'an address of many words', path: (size: number) => `/${'a/'.repeat(size / 2)}` },
    { why: 'an address of percent signs', path: (size: number) => `/${'%41'.repeat(size / 3)}` },
    { why: 'a query of many names', path: (size: number) => `/sign-in?${repeated(size, (at) => `a${at}=&`)}` },
  ])('$why', async ({ path }) => {
    await expectLinear((size) => send(path(size)), LONGEST_HEADER)
  })
})
