import { describe, expect, it } from 'vitest'
import { inventedBodies } from '../../../../tests/support/hotspots/invented-releases.ts'
import { offMapCount, whatChanged } from './what-changed.ts'

const bodies = inventedBodies()
const texts = whatChanged(bodies).map(({ text }) => text)

describe('what changed', () => {
  it('begins with the whole and what it is compared with', () => {
    expect(texts[0]).toMatch(/^About [\d,]+ incidents in July to September 2026, .+ in April to June 2026\.$/)
  })

  it('names the emerging hotspots before those that are always there', () => {
    const speke = texts.findIndex((text) => /Speke: hotspot in 2 of the last 5 quarters/.test(text))
    const steady = texts.findIndex((text) => /: hotspot in 5 of the last 5 quarters/.test(text))
    expect(speke).toBeGreaterThan(0)
    expect(steady).toBeGreaterThan(speke)
  })

  it('leads to a hexagon from each sentence about a place', () => {
    const places = whatChanged(bodies).filter(({ text }) => /hotspot in|up from|down from/.test(text))
    expect(places.length).toBeGreaterThan(3)
    expect(places.every(({ cell }) => cell !== null)).toBe(true)
  })

  it('says how many areas cannot be compared with the release before', () => {
    expect(texts.filter((text) => /cannot be compared: April to June 2026 has no number/.test(text))).toHaveLength(1)
  })

  it('says so when there is nothing to compare with', () => {
    expect(whatChanged(bodies.slice(0, 1))[0]?.text).toMatch(/no release before it/)
    expect(whatChanged([])).toEqual([])
  })
})

it('counts that are on no map are shown where they are published, and are not zero where they are not', () => {
  const [body] = bodies
  if (!body) throw new Error('No release.')
  expect(offMapCount(body, 'online')).toBeGreaterThanOrEqual(10)
  const without = { ...body, areas: { ...body.areas, where: body.areas.where.filter((word) => word !== 'online') } }
  expect(offMapCount(without, 'online')).toBeNull()
})
