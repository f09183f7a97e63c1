import { expect, test } from 'vitest'
import { CONSENT_PURPOSE_IDS, CONSENT_PURPOSES, usualCategories } from './consent-purpose.ts'
import { CATEGORY_NEVER_LEFT_OUT, CATEGORY_WITH_A_NUMBER, OFFERED_CATEGORY_IDS } from './data-category.ts'

test.each(CONSENT_PURPOSE_IDS)(
  'what is usual for %s includes how to reach the client safely, and their name',
  (purpose) => {
    expect(usualCategories([purpose])).toEqual(
      expect.arrayContaining([CATEGORY_NEVER_LEFT_OUT, CATEGORY_WITH_A_NUMBER]),
    )
  },
)

test('for several purposes it is all of theirs, each once, in the order of the table', () => {
  const usual = usualCategories(['repairs_security', 'support'])
  expect(usual).toEqual(['name', 'address', 'safe_contact', 'incident_details', 'strand', 'risk'])
})

test('leaves out what Accord cannot record yet', () => {
  expect(usualCategories(['investigation'])).toContain('evidence')
  const listed = CONSENT_PURPOSE_IDS.flatMap((id): string[] => [...CONSENT_PURPOSES[id].usualCategories])
  expect(OFFERED_CATEGORY_IDS.filter((id) => !listed.includes(id))).toEqual([])
  expect(usualCategories(CONSENT_PURPOSE_IDS)).toEqual(OFFERED_CATEGORY_IDS)
})

test('is nothing for no purpose', () => {
  expect(usualCategories([])).toEqual([])
})
