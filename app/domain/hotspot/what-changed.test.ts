import { describe, expect, it } from 'vitest'
import { inventedBodies } from '../../../tests/support/invented-releases.ts'
import { offMapCount, whatChanged } from './what-changed.ts'

const bodies = inventedBodies()
const texts = whatChanged(bodies).map(({ text }) => text)

describe('what changed', () => {
  it('begins with the whole and what it is compared with', () => {
    expect(texts[0]).toMatch(/^About [\d,]+ incidents in July to September 2026, .+ in April to June 2026\.$/)
  })

  it('names the places that stand out newly before those that always do', () => {
    const speke = texts.findIndex((text) => /Speke/.test(text) && /stood out|stands out|rises/.test(text))
    const steady = texts.findIndex((text) => /stood out nearly always/.test(text))
    expect(speke).toBeGreaterThan(0)
    expect(steady === -1 || speke < steady).toBe(true)
  })

  it('leads to a hexagon from each sentence about a place', () => {
    const places = whatChanged(bodies).filter(({ text }) => /^(Around|.+ of .+:)/.test(text) && /stood/.test(text))
    expect(places.every(({ cell }) => cell !== null)).toBe(true)
  })

  it('says so when there is nothing to compare with', () => {
    expect(whatChanged(bodies.slice(0, 1))[0]?.text).toMatch(/no release before it/)
    expect(whatChanged([])).toEqual([])
  })
})

it('what lies on no map is told where it is published, and is not nought where it is not', () => {
  const [body] = bodies
  if (!body) throw new Error('No release.')
  expect(offMapCount(body, 'online')).toBeGreaterThanOrEqual(10)
  const without = { ...body, areas: { ...body.areas, where: body.areas.where.filter((word) => word !== 'online') } }
  expect(offMapCount(without, 'online')).toBeNull()
})
