import { once } from 'node:events'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { Obstacle } from '../db/obstacle.ts'
import { anchorWarning, loginUrls, readSettings, scannerWarning, secretOf, unsentMailWarning } from './environment.ts'
import { requireFreePort } from './port-check.ts'
import { claimFolder } from './running-demo.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const NO_BASEMAP = fileURLToPath(new URL('../package.json', import.meta.url))

/** One wrong value or more for each variable of the README, and what the sentence about it says. */
const WRONG: Record<string, [value: string, says: string][]> = {
  DATABASE_URL: [
    ['mysql://a:hidden@b/c', 'must be a PostgreSQL address'],
    ['db.example.org/hidden', 'must be a PostgreSQL address'],
    ['postgres://a:hid%den@b/c', 'must be a PostgreSQL address'],
    ['postgres://a:hidden@b', 'must be a PostgreSQL address'],
  ],
  APP_DATABASE_URL: [['hidden', 'must be a PostgreSQL address']],
  WORKER_DATABASE_URL: [['hidden', 'must be a PostgreSQL address']],
  AUDIT_DATABASE_URL: [['postgres:///hidden', 'must be a PostgreSQL address']],
  MAP_DATABASE_URL: [['hidden', 'must be a PostgreSQL address']],
  ACCORD_SECRET: [['hidden', 'must be at least 32 characters long']],
  ORIGIN: [
    ['accord.hidden', 'must be the public address'],
    ['https://', 'must be the public address'],
    ['https://accord.hidden:99999', 'must be the public address'],
    ['ftp://accord.hidden', 'must be the public address'],
    ['https://a.hidden/accord', 'must hold no path'],
    ['https://a.hidden/', 'must hold no path'],
    ['https://A.Hidden', 'no capitals'],
  ],
  PORT: [
    ['abc', 'must be a whole number from 1 to 65535'],
    ['70000', 'must be a whole number from 1 to 65535'],
    ['80.5', 'must be a whole number from 1 to 65535'],
  ],
  PROXY_HOPS: [['two', 'must be the number of reverse proxies']],
  WEB_PROCESSES: [['0', 'must be a whole number from 1 to 64']],
  SMTP_URL: [
    ['smtp.hidden:25', 'must be an address'],
    ['smtp://u:%zzhidden@h', 'must be an address'],
  ],
  MAIL_FROM: [
    ['Hidden', 'must be a mail address'],
    ['Accord <hidden>', 'must be a mail address'],
  ],
  WRITES_PER_MINUTE: [
    ['-3', 'must be how many forms'],
    ['many', 'must be how many forms'],
  ],
  EXPORTS_PER_TEN_MINUTES: [['no', 'must be how many files']],
  MAP_BASEMAP_PMTILES: [
    ['/hidden/not-there.pmtiles', 'must be the path of a .pmtiles file'],
    ['/', 'must be the path of a .pmtiles file'],
    [NO_BASEMAP, 'must be the path of a .pmtiles file'],
  ],
  MAP_BASEMAP_ATTRIBUTION: [['hidden'.repeat(60), 'must be at most 300 characters']],
  MAPBOX_ACCESS_TOKEN: [['sk.hidden', 'must be a public token']],
  CLAMD_ADDRESS: [
    ['hidden', 'must be host:port of clamd'],
    ['hidden:scanner', 'must be host:port of clamd'],
  ],
  LOG_LEVEL: [['hidden', 'must be a pino level']],
  PG_PORT: [['0', 'must be a whole number']],
}

/** Any text may be right for these: whether it is comes out when they are used. */
const FOUND_IN_USE = ['HOST', 'DATA_DIR', 'AUDIT_ANCHOR_FILE']

describe('a variable that cannot be used is named in one sentence, which does not repeat its value', () => {
  test.each(Object.entries(WRONG).flatMap(([name, faults]) => faults.map(([value, says]) => ({ name, value, says }))))(
    '$name=$value',
    ({ name, value, says }) => {
      let refusal: unknown
      try {
        readSettings({ [name]: value } as never)
      } catch (error) {
        refusal = error
      }
      expect(refusal).toBeInstanceOf(Obstacle)
      const { message } = refusal as Obstacle
      expect(message.startsWith(`${name} ${says}`) || (message.startsWith(name) && message.includes(says))).toBe(true)
      expect(message.split('\n')).toHaveLength(1)
      expect(message.toLowerCase()).not.toContain('hidden')
    },
  )

  test('HOST, when the portal listens', async () => {
    for (const host of ['no such host.invalid', '203.0.113.255'])
      await expect(requireFreePort(3000, host, 'npm start')).rejects.toThrow(
        `HOST ${host} is not an address of this machine`,
      )
  })

  test('DATA_DIR, when something is put there', () => {
    const settings = readSettings({ DATA_DIR: NO_BASEMAP } as never)
    expect(() => secretOf(settings)).toThrow(/^The data folder .* cannot be written \(\w+\): set DATA_DIR/)
    expect(() => claimFolder(settings.dataDir)).toThrow(/^The data folder .* cannot be written \(\w+\): set DATA_DIR/)
  })

  test('AUDIT_ANCHOR_FILE, when the portal starts', () => {
    const settings = readSettings({ AUDIT_ANCHOR_FILE: '/' } as never)
    expect(() => anchorWarning(settings)).toThrow(
      /^AUDIT_ANCHOR_FILE cannot be written \(\w+\): choose a file that can\.$/,
    )
  })

  test('a kept secret that is damaged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-'))
    writeFileSync(join(folder, 'secret'), 'short')
    expect(() => secretOf(readSettings({ DATA_DIR: folder } as never))).toThrow('cannot be read. Restore it')
  })

  test('every variable of the README is among them', () => {
    const rows = README.split('\n').filter((line) => /^\| `[A-Z]/.test(line))
    const named = rows.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    )
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((name) => !(name && (name in WRONG || FOUND_IN_USE.includes(name))))).toEqual([])
  })

  test('several at once, a sentence for each', () => {
    const wrong = { PORT: '0', LOG_LEVEL: 'loud' }
    expect(() => readSettings(wrong as never)).toThrow(/PORT must.*\nLOG_LEVEL must|LOG_LEVEL must.*\nPORT must/)
  })
})

describe('a port that is taken', () => {
  test.each(['npm start', 'npm run serve'] as const)('is reported with another to choose, for %s', async (command) => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    const advice = `Port ${port} is in use by another program. Choose another, as in PORT=${port + 1} ${command}.`
    await expect(requireFreePort(port, '127.0.0.1', command)).rejects.toThrow(advice)
    holder.close()
  })
})

test('without SMTP_URL there is a warning that says where mail is filed, and none with it', () => {
  expect(unsentMailWarning(readSettings({ DATA_DIR: '/srv/accord' } as never))).toBe(
    'Warning: SMTP_URL is not set, so no mail leaves the portal. Each mail is saved in /srv/accord/mail.',
  )
  expect(unsentMailWarning(readSettings({ SMTP_URL: 'smtp://mail.example.org' } as never))).toBeUndefined()
})

test('without CLAMD_ADDRESS there is a warning that no file is checked, and none with it', () => {
  expect(scannerWarning(readSettings({} as never))).toContain('no file of a case is checked for viruses')
  expect(scannerWarning(readSettings({ CLAMD_ADDRESS: '127.0.0.1:3310' } as never))).toBeUndefined()
})

test('an empty variable counts as absent', () => {
  const settings = readSettings({ PORT: '', DATABASE_URL: '' } as never)
  expect([settings.port, settings.databaseUrl]).toEqual([3000, undefined])
})

test('the secret of the demo is made once, for its owner only', () => {
  const settings = readSettings({ DATA_DIR: mkdtempSync(join(tmpdir(), 'accord-')) } as never)
  const secret = secretOf(settings)
  expect(secret).toHaveLength(43)
  expect(secretOf(settings)).toBe(secret)
  expect(statSync(join(settings.dataDir, 'secret')).mode & 0o777).toBe(0o600)
})

test('each portal login has a password of its own unless the operator gave its address', () => {
  const given = 'postgres://portal_worker:own@db/accord'
  const settings = readSettings({ WORKER_DATABASE_URL: given } as never)
  const urls = loginUrls(settings, 'postgres://admin:x@db:5433/accord', 's'.repeat(32))
  expect(urls.workerUrl).toBe(given)
  expect(urls.appUrl).toMatch(/^postgres:\/\/portal_app:[\w-]{43}@db:5433\/accord$/)
  expect(urls.auditUrl).not.toContain(new URL(urls.appUrl).password)
})
