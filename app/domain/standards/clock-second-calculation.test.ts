import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { isSummerTime } from '../../../tests/support/second-calculation.ts'
import { londonOffsetAt } from '../time/calendar-day.ts'

const COMPARISON = fileURLToPath(new URL('../../../tests/support/compare-calculations.ts', import.meta.url))
const INSTANTS_A_ZONE = Number(process.env.ACCORD_INSTANTS ?? 25_000)

/** Minutes by which each machine zone is ahead of UTC in July: proof that the zone took hold in the process. */
const MACHINE_ZONES = [
  { zone: 'UTC', inJuly: 0, seed: 20_261_120 },
  { zone: 'Europe/London', inJuly: 60, seed: 20_261_224 },
  { zone: 'America/New_York', inJuly: -240, seed: 20_270_327 },
  { zone: 'Pacific/Auckland', inJuly: 720, seed: 20_271_030 },
]

interface Comparison {
  zone: string
  summerOffset: number
  instants: number
  comparisons: number
  differences: string[]
}

async function compareIn(zone: string, seed: number): Promise<Comparison> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', COMPARISON, String(INSTANTS_A_ZONE), String(seed)],
    { env: { ...process.env, TZ: zone } },
  )
  return JSON.parse(stdout)
}

describe('the nine clocks, compared with a second calculation', () => {
  it('R3, R4, R8a, R8b, I2, I4b, V6, C4, A1: no difference from any instant of 2020 to 2035, on a machine in any zone', async () => {
    const found = await Promise.all(MACHINE_ZONES.map(({ zone, seed }) => compareIn(zone, seed)))
    const instants = found.reduce((sum, each) => sum + each.instants, 0)
    const comparisons = found.reduce((sum, each) => sum + each.comparisons, 0)
    const differences = found.flatMap((each) => each.differences)
    process.stdout.write(
      `clocks: ${instants} instants, ${comparisons} deadlines in ${found.length} machine zones, ${differences.length} differences\n`,
    )
    expect(differences).toEqual([])
    expect(found.map(({ summerOffset }) => summerOffset)).toEqual(MACHINE_ZONES.map(({ inJuly }) => inJuly))
    expect(instants).toBe(INSTANTS_A_ZONE * MACHINE_ZONES.length)
    expect(comparisons).toBe(instants * 9)
  }, 240_000)

  it('know the hour of summer time alike, in every hour of 2020 to 2035', () => {
    const hour = 3_600_000
    const first = Date.UTC(2020, 0, 1)
    const hours = (Date.UTC(2036, 0, 1) - first) / hour
    const different = Array.from({ length: hours }, (_, index) => first + index * hour).filter(
      (instant) => (londonOffsetAt(new Date(instant)) === 60) !== isSummerTime(instant),
    )
    expect(different).toEqual([])
  })
})
