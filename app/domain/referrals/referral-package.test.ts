import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY_SAFE_CONTACT, warningsOf } from '../cases/safe-contact.ts'
import { type Consent, gate } from '../consents/consent.ts'
import { DATA_CATEGORY_IDS, type DataCategory, OFFERED_CATEGORY_IDS } from '../consents/data-category.ts'
import { toDay } from '../time/calendar-day.ts'
import {
  buildPackage,
  type CaseMaterial,
  outdatedRisk,
  packageProblems,
  safeContactShared,
} from './referral-package.ts'

/** Every field says which data category it belongs to, so that a stray one can be recognised in the package. */
const material: CaseMaterial = {
  client: { name: 'name given', dateOfBirth: 'date_of_birth 1987' },
  reach: {
    safeContact: {
      ...EMPTY_SAFE_CONTACT,
      preferredMethod: 'call',
      phone: 'safe_contact phone',
      email: 'safe_contact email',
      address: 'address 4 Quay Street',
      safeToCall: 'yes',
      safeToVoicemail: 'no',
      safeToText: 'yes',
      safeToEmail: 'no',
      safeToPost: 'no',
      safeTimes: 'safe_contact times',
      mustNotKnow: 'safe_contact husband',
    },
    language: 'safe_contact language',
    interpreterNeeded: true,
    interpreterNote: 'safe_contact interpreter',
    communicationNeeds: ['easy_read'],
    communicationNote: 'safe_contact note',
  },
  incident: {
    summary: 'incident_details summary',
    wishes: 'incident_details wishes',
    incidents: [
      {
        occurredOn: '2026-11-19',
        occurredWhen: 'incident_details evening',
        ongoing: false,
        locationType: 'home',
        place: 'home place, incident_details and address 4',
        types: ['graffiti_offensive'],
        violence: false,
        injuries: 'incident_details injuries',
        policeStatus: 'not_reported',
        crimeReference: 'incident_details crime',
      },
    ],
  },
  strand: { strands: ['race'], primaryStrand: 'race', perceivedBy: ['by_association'] },
  risk: { level: 'high', factors: ['risk factor'], othersAtRisk: 'risk children', workerSafety: 'risk dog' },
  actionPlan: { actions: ['action_plan lock'] },
  evidence: { items: ['evidence photo'] },
  equality: { answers: [{ question: 'equality question', answer: 'equality answer' }] },
}

const MARKS: Record<DataCategory, RegExp> = {
  name: /name given/,
  date_of_birth: /date_of_birth 1987/,
  address: /address 4/,
  safe_contact: /safe_contact (phone|email|times|husband|language|interpreter|note)|easy_read/,
  incident_details: /incident_details|graffiti_offensive|2026-11-19/,
  strand: /"race"|by_association/,
  risk: /risk (factor|children|dog)|"high"/,
  action_plan: /action_plan lock/,
  evidence: /evidence photo/,
  equality: /equality (question|answer)/,
}

const anyCategories = fc.subarray(DATA_CATEGORY_IDS)
const allFields = buildPackage(material, DATA_CATEGORY_IDS).content

describe('buildPackage', () => {
  test('carries a mark of every category when all are agreed to, so that the marks prove something', () => {
    const written = JSON.stringify(allFields.parts)
    for (const category of DATA_CATEGORY_IDS) expect(written, category).toMatch(MARKS[category])
  })

  test('I2: holds exactly the categories asked for, and no field of any other', () => {
    fc.assert(
      fc.property(anyCategories, (categories) => {
        const { content, heldBack } = buildPackage(material, categories)
        expect(Object.keys(content.parts)).toEqual(categories)
        for (const category of DATA_CATEGORY_IDS) {
          const values = JSON.stringify(Object.values(content.parts))
          expect(MARKS[category].test(values), category).toBe(categories.includes(category))
        }
        expect(heldBack.filter((held) => held.why === 'not_agreed')).toHaveLength(
          OFFERED_CATEGORY_IDS.filter((id) => !categories.includes(id)).length,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('I2: no category outside the consent passes the gate, whatever is chosen', () => {
    const now = new Date('2026-11-23T09:00:00Z')
    fc.assert(
      fc.property(anyCategories, anyCategories, (agreed, chosen) => {
        const consent: Consent = {
          consentId: 'c-1',
          recipientAgencyId: 'beacon',
          decision: 'agreed',
          purposes: ['support'],
          categories: agreed,
          givenAt: new Date('2026-11-20T09:00:00Z'),
          reviewOn: '2027-05-20',
          withdrawnAt: null,
          recordedAt: new Date('2026-11-20T09:00:00Z'),
        }
        const sharing = { recipientAgencyId: 'beacon', purpose: 'support', categories: chosen } as const
        const passed = gate(sharing, { consents: [consent], overrides: [] }, now).ok
        const outside = Object.keys(buildPackage(material, chosen).content.parts).filter(
          (part) => !consent.categories.includes(part),
        )
        expect(passed).toBe(chosen.length > 0 && outside.length === 0)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a place at home goes only with the address, and its holding back is said', () => {
    const { content, heldBack } = buildPackage(material, ['safe_contact', 'incident_details'])
    expect(content.parts.incident_details?.incidents[0]?.place).toBe('')
    expect(heldBack).toContainEqual({ what: 'The place of incidents at home', why: 'tells_the_address' })
  })

  test('a place elsewhere goes with the incident', () => {
    const incidents = material.incident.incidents.map((one) => ({
      ...one,
      locationType: 'shop' as const,
      place: 'Corner shop',
    }))
    const { content } = buildPackage({ ...material, incident: { ...material.incident, incidents } }, [
      'incident_details',
    ])
    expect(content.parts.incident_details?.incidents[0]?.place).toBe('Corner shop')
  })

  test('tells what was agreed to but is not there yet', () => {
    const { content, heldBack } = buildPackage({ ...material, risk: null, actionPlan: null }, DATA_CATEGORY_IDS)
    expect(content.parts).not.toHaveProperty('risk')
    expect(heldBack).toEqual([
      { what: 'Risk and safety', why: 'nothing_recorded' },
      { what: 'Action plan', why: 'nothing_recorded' },
      { what: 'The files themselves, their names and where they were made', why: 'stays_here' },
    ])
  })

  test('says which parts of an agreed plan stay with the agency', () => {
    const plan = { actions: ['The agency: Change the lock'], contact: 'Phone call, every week' }
    const { content, heldBack } = buildPackage({ ...material, actionPlan: plan }, DATA_CATEGORY_IDS)
    expect(content.parts.action_plan).toEqual(plan)
    expect(heldBack.filter(({ why }) => why === 'stays_here')).toMatchObject([
      { what: expect.stringContaining('signatures') },
      { what: expect.stringContaining('files themselves') },
    ])
  })

  test('is a snapshot: what changes in the case later does not change it', () => {
    const factors = ['weapon']
    const risk = { level: 'high' as const, factors, othersAtRisk: '', workerSafety: '' }
    const { content } = buildPackage({ ...material, risk }, ['risk'])
    factors.push('later')
    expect(content.parts.risk?.factors).toEqual(['weapon'])
  })
})

describe('the risk in a package', () => {
  const checkedOn = toDay('2026-11-23')
  const check = { checkedOn, provisional: true, warnings: ['A weapon, fire or a threat to kill'] }
  const checked = {
    ...material,
    risk: { level: 'high' as const, factors: ['fear'], othersAtRisk: '', workerSafety: '', check },
  }

  test('is the level with its warnings and main factors; the sender reads that all other answers stay here', () => {
    const { content, heldBack } = buildPackage(checked, ['risk'])
    expect(content.parts.risk).toMatchObject({ level: 'high', factors: ['fear'], check })
    expect(heldBack).toContainEqual({ what: 'All other answers of the risk check, and its score', why: 'stays_here' })
    expect(JSON.stringify(buildPackage(checked, ['name']))).not.toMatch(/weapon|stays_here/)
  })

  test('has no check where there was none, as in each package of earlier releases', () => {
    const { content, heldBack } = buildPackage(material, ['risk'])
    expect(content.parts.risk).not.toHaveProperty('check')
    expect(heldBack.map(({ why }) => why)).not.toContain('stays_here')
  })

  test('is outdated once the case has another level, if it was shared at all', () => {
    const { content } = buildPackage(material, ['risk'])
    expect(outdatedRisk(content, 'high')).toBeNull()
    expect(outdatedRisk(content, 'medium')).toBe('high')
    expect(outdatedRisk(buildPackage(material, ['name']).content, 'medium')).toBeNull()
  })
})

describe('safeContactShared', () => {
  test('gives the block with its warnings, and the address only when it was shared', () => {
    const without = safeContactShared(buildPackage(material, ['safe_contact']).content)
    expect(without?.address).toBe('')
    expect(without && warningsOf(without)[0]).toBe('Must not know: safe_contact husband.')
    expect(safeContactShared(allFields)?.address).toBe('address 4 Quay Street')
  })
})

describe('packageProblems', () => {
  const ground = (basis: 'consent' | 'override', categories: DataCategory[] = DATA_CATEGORY_IDS) => ({
    basis,
    categories,
  })
  const reaching = (
    change: Partial<CaseMaterial['reach']['safeContact']>,
    basis: 'consent' | 'override' = 'consent',
  ) => {
    const reach = { ...material.reach, safeContact: { ...material.reach.safeContact, ...change } }
    return packageProblems(
      buildPackage({ ...material, reach }, ['name', 'address', 'safe_contact']).content,
      ground(basis),
    )
  }

  test('finds nothing wrong with a package that may go', () => {
    expect(packageProblems(allFields, ground('consent'))).toEqual([])
  })

  test('safe contact is never left out', () => {
    const { content } = buildPackage(material, ['risk'])
    expect(packageProblems(content, ground('consent'))).toEqual([{ kind: 'safe-contact-left-out' }])
    expect(packageProblems(content, ground('override'))).toEqual([{ kind: 'safe-contact-left-out' }])
  })

  test.each([
    { why: 'the client agreed to share it', covered: DATA_CATEGORY_IDS, problems: [{ kind: 'name-left-out' }] },
    { why: 'the client chose to stay without a name', covered: ['safe_contact'], problems: [] },
  ] as const)('a number without the name, where $why', ({ covered, problems }) => {
    const { content } = buildPackage(material, ['address', 'safe_contact'])
    expect(packageProblems(content, ground('consent', [...covered]))).toEqual(problems)
    expect(packageProblems(content, ground('override', [...covered]))).toEqual(problems)
  })

  test('an unanswered safety question blocks sending and is named', () => {
    expect(reaching({ safeToVoicemail: null, safeToPost: null })).toEqual([
      { kind: 'safety-unanswered', questions: ['safeToVoicemail', 'safeToPost'] },
    ])
  })

  test('somebody who cannot be reached safely is not sent into a void', () => {
    expect(reaching({ safeToCall: 'no', safeToText: 'no' })).toEqual([{ kind: 'no-safe-way-to-reach' }])
  })

  test.each([
    { why: 'a question that nobody could ask', change: { safeToVoicemail: null, safeToPost: null } },
    { why: 'no safe way', change: { safeToCall: 'no', safeToText: 'no' } },
    { why: 'nothing known at all', change: EMPTY_SAFE_CONTACT },
  ] as const)('$why does not block what a manager authorised without consent', ({ change }) => {
    expect(reaching(change, 'override')).toEqual([])
    expect(reaching(change)).toHaveLength(1)
  })

  test('a summary ends at 2,000 characters', () => {
    const long = (length: number) => {
      const incident = { ...material.incident, summary: 'x'.repeat(length) }
      return packageProblems(buildPackage({ ...material, incident }, DATA_CATEGORY_IDS).content, ground('consent'))
    }
    expect(long(2000)).toEqual([])
    expect(long(2001)).toEqual([{ kind: 'summary-too-long', length: 2001 }])
  })
})
