import { describe, expect, it } from 'vitest'
import { builtOf, cityQuarter } from '../../../../tests/support/hotspots/city.ts'
import { type Cluster, cellAt, rowsOf } from '../../../../tests/support/hotspots/incident-rows.ts'
import type { AttackReport } from '../attack/attack-report.ts'
import { auditRelease, isSafeToPropose } from './audit-release.ts'
import type { BuiltRelease } from './build-release.ts'
import { type Incidents, toIncidents } from './incidents.ts'

const foundBy = ({ attempts }: AttackReport) => attempts.filter(({ found }) => found > 0).map(({ name }) => name)

const rows = rowsOf(
  { place: cellAt(0), incidents: 60, strand: 'race' },
  { place: cellAt(0), incidents: 30, strand: 'religion' },
  { place: cellAt(6), incidents: 60 },
)
const sound = toIncidents(rows)
const built = builtOf(sound)

/** A release with one more area that should not be there. */
function withArea(cluster: Cluster): { incidents: Incidents; built: BuiltRelease } {
  const incidents = toIncidents([...rows, ...rowsOf(cluster)])
  const group = Array.from({ length: cluster.incidents }, (_, at) => sound.length + at)
  return { incidents, built: { ...built, areas: [...built.areas, { where: 'elsewhere', rest: false, group }] } }
}

describe('G12: an audit', () => {
  it('finds nothing in a release of a city, and tries everything', () => {
    const incidents = cityQuarter(1)
    const report = auditRelease(incidents, builtOf(incidents), [builtOf(cityQuarter(0), '2026-Q2').body])
    expect(foundBy(report)).toEqual([])
    expect(report.attempts.filter(({ tried }) => tried === 0)).toEqual([])
    expect(report.control.recovered).toBeGreaterThan(report.control.hidden / 2)
    expect(isSafeToPropose(report)).toBe(true)
  })

  it.each<{ area: Cluster; found: string; why: string }>([
    { area: { place: 'unknown', incidents: 4, agencies: [0] }, found: 'thresholds', why: 'four incidents' },
    { area: { place: 'unknown', incidents: 12, clients: 4, agencies: [0] }, found: 'thresholds', why: 'four clients' },
    {
      area: { place: 'unknown', incidents: 20, agencies: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1] },
      found: 'insiders',
      why: 'two clients whom the other agency does not know',
    },
  ])('finds $why by $found', ({ area, found }) => {
    const { incidents, built: faulty } = withArea(area)
    expect(foundBy(auditRelease(incidents, faulty, []))).toContain(found)
  })

  it('finds a number that is mostly one client', () => {
    const [one] = rowsOf({ place: 'unknown', incidents: 1 })
    const others = rowsOf({ place: 'unknown', incidents: 9, agencies: [0] })
    const bad = [...Array.from({ length: 11 }, () => ({ ...(one ?? others[0]), agency: 0 })), ...others] as typeof rows
    const incidents = toIncidents([...rows, ...bad])
    const group = bad.map((_, at) => sound.length + at)
    const faulty = { ...built, areas: [...built.areas, { where: 'elsewhere' as const, rest: false, group }] }
    expect(foundBy(auditRelease(incidents, faulty, []))).toContain('one client')
  })

  it('finds what one published number taken from another leaves', () => {
    const [area] = built.areas
    if (!area) throw new Error('No area.')
    const parts = [area.group.slice(4), area.group.slice(0, 4)]
    const areas = parts.map((group, at) => ({ ...area, where: at === 0 ? area.where : cellAt(1), group }))
    const faulty = { ...built, areas: [...areas, ...built.areas.slice(1)] }
    expect(foundBy(auditRelease(sound, faulty, []))).toContain('thresholds')
  })

  it.each<{ change: (body: BuiltRelease['body']) => Partial<BuiltRelease['body']>; found: string; why: string }>([
    {
      change: ({ strands }) => ({
        strands: { ...strands, incidents: strands.incidents.map((count, at) => (at === 1 ? 5 : count)) },
      }),
      found: 'differences',
      why: 'a strand of five in one hexagon',
    },
    {
      change: ({ lattice }) => ({ lattice: { ...lattice, giStar: lattice.giStar.map((z) => z + 0.001) } }),
      found: 'statistics',
      why: 'scores of something else than the published counts',
    },
    {
      change: ({ rules }) => ({ rules: { ...rules, finest: 7 } }),
      found: 'places',
      why: 'hexagons finer than allowed',
    },
  ])('finds $why by $found', ({ change, found }) => {
    const only = toIncidents(rows.slice(0, 90))
    const faulty = builtOf(only)
    const body = { ...faulty.body, ...change(faulty.body) }
    expect(foundBy(auditRelease(only, faulty, []))).toEqual([])
    expect(foundBy(auditRelease(only, { ...faulty, body }, []))).toContain(found)
  })

  it('finds a period that was released before', () => {
    expect(foundBy(auditRelease(sound, built, [built.body]))).toContain('other releases')
  })

  it('is worth nothing when its attacker does not find most of what a naive map hides', () => {
    const report: AttackReport = { attempts: [], control: { hidden: 100, recovered: 50 } }
    expect(isSafeToPropose(report)).toBe(false)
    expect(isSafeToPropose({ ...report, control: { hidden: 100, recovered: 51 } })).toBe(true)
    expect(
      isSafeToPropose({ attempts: [{ name: '', does: '', tried: 9, found: 1 }], control: { hidden: 1, recovered: 1 } }),
    ).toBe(false)
  })
})
