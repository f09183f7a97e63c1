import { randomUUID } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { closePool } from '../../db/as-actor.ts'
import { openWorld } from '../../tests/support/world.ts'
import { download } from './export/download.server.ts'
import { countedAddress, countTry, forgetTry } from './rate-limit.server.ts'

const world = await openWorld()

describe('a limit', () => {
  it('lets exactly so many through, also when they come at the same moment', async () => {
    const waits = await Promise.all(Array.from({ length: 100 }, () => countTry([['own-password', 'sam']])))
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(8)
    expect(waits.every((seconds) => seconds <= 900)).toBe(true)
    expect(await countTry([['own-password', 'ada']])).toBe(0)
  })

  it('gives a try back that succeeded', async () => {
    for (let at = 0; at < 30; at += 1) {
      expect(await countTry([['own-password', 'kim']])).toBe(0)
      await forgetTry([['own-password', 'kim']])
    }
  })

  it('of files to save answers 429 with the time to wait, and reads nothing for it', async () => {
    const sam = { agencyId: randomUUID(), staffId: randomUUID(), role: 'manager' } as const
    let read = 0
    const ask = () =>
      download(sam, async () => {
        read += 1
        return { filename: 'cases.csv', content: 'Reference' }
      }).catch((answer: Response) => answer)
    const answers = await Promise.all(Array.from({ length: 34 }, ask))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused).toHaveLength(24)
    expect(read).toBe(10)
    const [sent] = answers.filter(({ status }) => status === 200)
    expect(sent?.headers.get('Content-Disposition')).toBe('attachment; filename="cases.csv"')
    expect(refused[0]?.status).toBe(429)
    expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(0)
  })

  it('keeps a hash of whom it counts for', async () => {
    const rows = await world.admin<{ key: string }[]>`select key from rate_limit`
    expect(rows.length).toBeGreaterThan(0)
    for (const { key } of rows) expect(key).toMatch(/^[a-z-]+:[\w-]{43}$/)
  })

  it('goes on in memory while the database is away', async () => {
    await closePool()
    const waits = await Promise.all(Array.from({ length: 50 }, () => countTry([['code-account', 'sam']])))
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(8)
  })
})

test.each([
  { address: '192.0.2.7', counted: '192.0.2.7', why: 'IPv4 as it is' },
  { address: '::ffff:192.0.2.7', counted: '192.0.2.7', why: 'IPv4 in the clothes of IPv6' },
  { address: '2001:db8:1:2:3:4:5:6', counted: '2001:db8:1:2', why: 'the network of IPv6' },
  { address: '2001:DB8::5:6', counted: '2001:db8:0:0', why: 'zeros left out' },
  { address: '::1', counted: '0:0:0:0', why: 'this machine' },
  { address: '2001:0db8:0001::7', counted: '2001:db8:1:0', why: 'zeros in front' },
  { address: '::ffff:c000:0207', counted: '192.0.2.7', why: 'IPv4 in the clothes of IPv6, in hexadecimal' },
  { address: 'fe80::1%eth0', counted: 'fe80:0:0:0', why: 'with the name of a network card' },
  { address: 'unknown', counted: 'unknown', why: 'no address at all' },
])('$why: $address', ({ address, counted }) => {
  expect(countedAddress(address)).toBe(counted)
})
