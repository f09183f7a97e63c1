import { describe, expect, test } from 'vitest'
import { consentWording, gateRefusalWords, wordingAsText } from './consent-wording.ts'
import { DATA_CATEGORIES, DATA_CATEGORY_IDS, OFFERED_CATEGORY_IDS } from './data-category.ts'

describe('consentWording', () => {
  const wording = consentWording({
    agencyName: 'Beacon Victim Care',
    purposes: ['support', 'risk_meeting'],
    categories: ['incident_details', 'safe_contact'],
  })

  test('says in the client’s terms who may know what, and what not', () => {
    expect(wording.mayKnow).toBe(
      'Beacon Victim Care may know: your phone number and e-mail, how to reach you safely, and the language and help you need to talk; what happened, and what you would like to happen.',
    )
    expect(wording.mayNotKnow).toContain('They may not know: your name; your date of birth; your address; ')
  })

  test('says that they can call without knowing the name, only where that is so', () => {
    expect(wording.withoutName).toBe('Beacon Victim Care can call you or write to you, but they do not know your name.')
    const named = consentWording({ agencyName: 'B', purposes: [], categories: ['name', 'safe_contact'] })
    expect(named.withoutName).toBe('')
  })

  test('can let an agency know the name and not the address', () => {
    const { mayKnow, mayNotKnow } = consentWording({
      agencyName: 'Beacon Victim Care',
      purposes: ['support'],
      categories: ['name', 'safe_contact'],
    })
    expect(mayKnow).toContain('your name;')
    expect(mayNotKnow).toContain('They may not know: your date of birth; your address; ')
  })

  test('says what for, and how to change one’s mind', () => {
    expect(wording.mayUse).toBe(
      'They may use it only to support you and meet with other agencies to plan how to keep you safe.',
    )
    expect(wording.changeMind).toContain('change your mind at any time')
  })

  test('names every category on exactly one of the two sides', () => {
    for (const id of OFFERED_CATEGORY_IDS) {
      const sides = [wording.mayKnow, wording.mayNotKnow].filter((side) => side.includes(DATA_CATEGORIES[id].toClient))
      expect(sides, id).toHaveLength(1)
    }
  })

  test('has no sentence about what is kept back when nothing is', () => {
    const all = consentWording({ agencyName: 'Unity Steps', purposes: ['support'], categories: DATA_CATEGORY_IDS })
    expect(all.mayNotKnow).toBe('')
    expect(wordingAsText(all).split('\n')).toEqual([all.mayKnow, all.mayUse, all.changeMind])
  })
})

describe('gateRefusalWords', () => {
  test('says exactly which consent is missing and why', () => {
    const refusal = {
      kind: 'consent-missing',
      recipientAgencyId: 'beacon',
      purpose: 'support',
      categories: ['risk', 'strand'],
      because: 'not_all_categories',
    } as const
    expect(gateRefusalWords({ ...refusal, categories: [...refusal.categories] }, 'Beacon Victim Care')).toBe(
      'There is no consent to share risk and safety and strand of the hate with Beacon Victim Care for support. The client has agreed to part of it only.',
    )
  })
})
