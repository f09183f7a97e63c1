import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CONSENT_PURPOSE_IDS, CONSENT_PURPOSES, usualCategories } from './consent-purpose.ts'
import { consentWording } from './consent-wording.ts'
import { DATA_CATEGORIES, DATA_CATEGORY_IDS, OFFERED_CATEGORY_IDS } from './data-category.ts'

const notOffered = DATA_CATEGORY_IDS.filter((id) => !OFFERED_CATEGORY_IDS.includes(id))

describe('the data categories that are offered', () => {
  test('are those that Accord can record, in the order of the table', () => {
    expect(OFFERED_CATEGORY_IDS.map((id) => DATA_CATEGORIES[id].label)).toEqual([
      'Name',
      'Date of birth',
      'Address',
      'Safe contact and communication needs',
      'What happened and wishes',
      'Strand of the hate',
      'Risk and safety',
      'Action plan',
      'List of evidence',
    ])
  })

  test.each(CONSENT_PURPOSE_IDS)('are the only ones proposed for %s', (purpose) => {
    const proposed = usualCategories([purpose])
    expect(proposed.filter((id) => notOffered.includes(id))).toEqual([])
    expect(proposed).toHaveLength(
      CONSENT_PURPOSES[purpose].usualCategories.filter((id) => OFFERED_CATEGORY_IDS.includes(id)).length,
    )
  })

  test('are the only ones that a client reads about, unless an earlier consent covers more', () => {
    const choice = { agencyName: 'Unity Steps', purposes: ['support'] } as const
    const now = consentWording({ ...choice, categories: ['name'] })
    const earlier = consentWording({ ...choice, categories: notOffered })
    for (const id of notOffered) {
      expect(JSON.stringify(now)).not.toContain(DATA_CATEGORIES[id].toClient)
      expect(earlier.mayKnow).toContain(DATA_CATEGORIES[id].toClient)
    }
  })

  test('are what every page asks about: none lists the whole table', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const pages = globSync('{features,forms,routes,ui}/**/*.tsx', { cwd: root })
    expect(pages.length).toBeGreaterThan(100)
    expect(
      pages.filter((page) => /DATA_CATEGORY_IDS|Object\.\w+\(DATA_CATEGORIES/.test(readFileSync(root + page, 'utf8'))),
    ).toEqual([])
  })
})
