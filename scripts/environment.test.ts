import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loginUrls, readSettings, secretOf } from './environment.ts'

describe('a variable that cannot be used is told by its name, and its value is not repeated', () => {
  test.each([
    { given: { PORT: 'abc' }, words: 'PORT must be a whole number from 1 to 65535.', why: 'no number' },
    { given: { PORT: '70000' }, words: 'PORT must be a whole number from 1 to 65535.', why: 'no port' },
    {
      given: { WEB_PROCESSES: '0' },
      words: 'WEB_PROCESSES must be a whole number from 1 to 64.',
      why: 'nobody would serve',
    },
    {
      given: { DATABASE_URL: 'mysql://a:hidden@b/c' },
      words: 'DATABASE_URL must be a PostgreSQL address',
      why: 'another kind',
    },
    {
      given: { ACCORD_SECRET: 'hidden' },
      words: 'ACCORD_SECRET must be at least 32 characters long.',
      why: 'too short',
    },
    { given: { ORIGIN: 'https://a.example/accord' }, words: 'ORIGIN must hold no path', why: 'a path' },
  ])('$why', ({ given, words }) => {
    expect(() => readSettings(given as never)).toThrow(words)
    expect(() => readSettings(given as never)).not.toThrow('hidden')
  })

  test('several at once, a sentence for each', () => {
    const wrong = { PORT: '0', LOG_LEVEL: 'loud' }
    expect(() => readSettings(wrong as never)).toThrow(/PORT must.*\nLOG_LEVEL must|LOG_LEVEL must.*\nPORT must/)
  })
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
