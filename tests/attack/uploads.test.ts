import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { LONE_FILE_POLICY } from '../../app/access/security-headers.ts'
import { systemOf } from '../../app/domain/partnership/actor.ts'
import { scanFiles } from '../../app/features/evidence/scan-files.server.ts'
import { clamdAt } from '../../app/files/virus-scanner.server.ts'
import { type RunningPortal, runningPortal } from '../support/browser/running-portal.ts'
import { allocatedCase } from '../support/cases.ts'
import { bomb, type HostileFile, hostileFiles, SCRIPT } from '../support/files/hostile-files.ts'
import { openScanner } from '../support/files/scanner.ts'
import { signIn } from '../support/sign-in.ts'
import { openWorld } from '../support/world.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())
const FILES = await hostileFiles()
const MB = 1_048_576

let portal: RunningPortal
let cookie: string
let caseId: string
let scanner: Awaited<ReturnType<typeof openScanner>>

beforeAll(async () => {
  scanner = await openScanner()
  const generous = { WRITES_PER_MINUTE: '100000', EXPORTS_PER_TEN_MINUTES: '100000' }
  portal = await runningPortal({ CLAMD_ADDRESS: scanner.address, ...generous }, world.database)
  cookie = await signIn(worker)
  caseId = (await allocatedCase(worker)).caseId
})

function ask(path: string, body?: { bytes: Uint8Array<ArrayBuffer>; type: string }) {
  const headers = { Cookie: cookie, Origin: portal.origin, ...(body && { 'Content-Type': body.type }) }
  const sent = body ? { method: 'POST', body: body.bytes } : {}
  return fetch(`${portal.origin}/cases/${caseId}/files/${path}`, { ...sent, headers, redirect: 'manual' })
}

/** As a browser would send it, but with whatever name there is: a browser would write some signs differently. */
function formWith({ name, type, bytes }: HostileFile, key = randomUUID()) {
  const fields = { idempotencyKey: key, kind: 'other', shows: name.slice(0, 200), takenWhere: '' }
  const parts = Object.entries(fields).map(
    ([field, value]) => `--edge\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `--edge\r\nContent-Disposition: form-data; name="upload"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  const whole = Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from('\r\n--edge--\r\n')])
  return { bytes: whole, type: 'multipart/form-data; boundary=edge' }
}

async function lastFile() {
  const [row] = await world.admin<{ fileId: string; scan: string; pictureAs: string | null }[]>`
    select file_id as "fileId", scan, picture_as as "pictureAs" from stored_file
    where case_id = ${caseId} order by added_at desc limit 1`
  return row
}

async function countFiles() {
  return (await world.admin`select 1 from stored_file`).length
}

const scan = () => scanFiles({ actor: systemOf(worker.actor.agencyId), now: new Date() }, clamdAt(scanner.address))

/** What the web process holds in memory, as the system counts it. */
function residentMb() {
  const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${portal.process.pid}/status`, 'utf8')) ?? []
  return Number(kb) / 1_024
}

/** The most memory that it used, beyond what it used before. */
async function grownBy(fn: () => Promise<unknown>): Promise<number> {
  const before = residentMb()
  let most = before
  const watching = setInterval(() => (most = Math.max(most, residentMb())), 5)
  await fn()
  clearInterval(watching)
  return Math.max(most, residentMb()) - before
}

async function expectHarmless(answer: Response, type: string) {
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="file-[0-9a-f]{8}\.[a-z0-9]+"$/)
  expect(answer.headers.get('content-type')).toBe(type)
  expect(answer.headers.get('content-security-policy')).toBe(LONE_FILE_POLICY)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return Buffer.from(await answer.arrayBuffer())
}

test(`more than forty hostile files are tried`, () => {
  expect(FILES.length).toBeGreaterThan(50)
})

describe('a hostile file is kept and never shown as what it wants to be', () => {
  test.each(FILES)('$why', async (file) => {
    const before = await countFiles()
    const answer = await ask('new', formWith(file))
    const page = await answer.text()
    expect(answer.status).toBe(file.answer === 'refused' ? 422 : 303)
    expect(page).not.toContain(SCRIPT)
    expect(await countFiles()).toBe(before + (file.answer === 'refused' ? 0 : 1))
    if (file.answer === 'refused') return
    const waiting = await lastFile()
    const closed = await Promise.all([ask(`${waiting?.fileId}`), ask(`${waiting?.fileId}/picture`)])
    expect(closed.map(({ status }) => status)).toEqual([404, 404])
    await scan()
    const kept = await lastFile()
    expect(kept?.scan).toBe(file.infected ? 'infected' : 'clean')
    await expectOpened(file, kept)
  })

  async function expectOpened(file: HostileFile, kept: Awaited<ReturnType<typeof lastFile>>) {
    const view = await ask(`${kept?.fileId}/view`)
    expect(view.status).toBe(200)
    expect(await view.text()).not.toContain(SCRIPT)
    const [original, picture] = await Promise.all([ask(`${kept?.fileId}`), ask(`${kept?.fileId}/picture`)])
    if (file.infected) return expect([original.status, picture.status]).toEqual([404, 404])
    // Not by toEqual, which takes a minute for ten megabytes.
    const whole = await expectHarmless(original, 'application/octet-stream')
    expect(whole.equals(file.bytes)).toBe(true)
    if (!kept?.pictureAs) return expect(picture.status).toBe(404)
    const drawn = await expectHarmless(picture, 'image/jpeg')
    expect(drawn.includes('script') || drawn.includes('alert')).toBe(false)
    const { format, width = 0, height = 0, exif } = await sharp(drawn).metadata()
    expect([format, Math.max(width, height) <= 2_000, exif]).toEqual(['jpeg', true, undefined])
  }
})

describe('memory stays flat', () => {
  test.each([
    { why: 'nine hundred million points', bytes: bomb(30_000, 30_000) },
    { why: 'sixty-four million points in seven passes', bytes: bomb(8_000, 8_000, { interlaced: true }) },
    { why: 'forty-nine million points, which are drawn', bytes: bomb(7_000, 7_000) },
    { why: 'thirty megabytes', bytes: Buffer.alloc(30 * MB) },
  ])('while $why arrive eight times at once: less than 150 MB more', async ({ bytes }) => {
    const file = { why: '', name: 'a.png', type: 'image/png', bytes }
    const grown = await grownBy(() => Promise.all(Array.from({ length: 8 }, () => ask('new', formWith(file)))))
    expect(grown).toBeLessThan(150)
  })
})

describe('a form that is no form', () => {
  const form = () => formWith({ why: '', name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') })

  test.each([
    { why: 'a boundary that never comes', change: () => ({ ...form(), type: 'multipart/form-data; boundary=other' }) },
    { why: 'no boundary', change: () => ({ ...form(), type: 'multipart/form-data' }) },
    { why: 'an end that is missing', change: () => ({ ...form(), bytes: form().bytes.subarray(0, -20) }) },
    { why: 'no bytes', change: () => ({ ...form(), bytes: Buffer.alloc(0) }) },
    { why: 'noise', change: () => ({ ...form(), bytes: Buffer.alloc(50_000, 0x2d) }) },
  ])('is answered as an empty one: $why', async ({ change }) => {
    const before = await countFiles()
    expect((await ask('new', change())).status).toBe(422)
    expect(await countFiles()).toBe(before)
  })

  test('is refused unread where it is larger than 32 MB, and so is a form of another page from 1 MB on', async () => {
    const large = formWith({ why: '', name: 'a', type: '', bytes: Buffer.alloc(33 * MB) })
    expect(await statusOf(ask('new', large))).toBe(413)
    const elsewhere = formWith({ why: '', name: 'a', type: '', bytes: Buffer.alloc(2 * MB) })
    expect(await statusOf(ask(`${randomUUID()}/error`, elsewhere))).toBe(413)
  })

  /** The portal answers and hangs up, which some senders notice only while they still write. */
  async function statusOf(answer: Promise<Response>) {
    return answer.then(
      ({ status }) => status,
      () => 413,
    )
  }

  test('from another site, or from nobody, it is not read', async () => {
    const before = await countFiles()
    const { bytes, type } = form()
    const address = `${portal.origin}/cases/${caseId}/files/new`
    const send = (headers: Record<string, string>) =>
      fetch(address, { method: 'POST', body: bytes, redirect: 'manual', headers: { 'Content-Type': type, ...headers } })
    expect((await send({ Cookie: cookie, Origin: 'http://evil.test' })).status).toBe(403)
    expect((await send({ Origin: portal.origin })).status).toBe(302)
    expect(await countFiles()).toBe(before)
  })

  test('from a person whose session has just ended it comes back without the file, to be sent again', async () => {
    const before = await countFiles()
    const late = await signIn(worker)
    await world.admin`update session set idle_expires_at = now() - interval '1 minute'
      where created_at = (select max(created_at) from session)`
    const { bytes, type } = form()
    const headers = { Cookie: late, Origin: portal.origin, 'Content-Type': type }
    const answer = await fetch(`${portal.origin}/cases/${caseId}/files/new`, { method: 'POST', body: bytes, headers })
    expect([answer.status, (await answer.text()).includes('name="kept"')]).toEqual([401, true])
    expect(await countFiles()).toBe(before)
  })

  test('sent twice with the same key it keeps one file', async () => {
    const before = await countFiles()
    const key = randomUUID()
    const twice = { why: '', name: 'a.txt', type: 'text/plain', bytes: Buffer.from('once') }
    const answers = await Promise.all([ask('new', formWith(twice, key)), ask('new', formWith(twice, key))])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await countFiles()).toBe(before + 1)
  })
})

test('nothing of all this made the portal fail', () => {
  expect(portal.output()).not.toContain('a request failed')
})
