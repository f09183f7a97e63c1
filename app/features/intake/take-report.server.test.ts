import { describe, expect, it } from 'vitest'
import { reportInput } from '../../../tests/support/cases.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import { NATIONAL_STRANDS } from '../../domain/cases/strand.ts'
import { toDay } from '../../domain/time/calendar-day.ts'
import type { PartialDay } from '../../domain/time/partial-day.ts'
import { keepDraft } from '../drafts/keep-draft.server.ts'
import { clientColumns } from './client-entries.server.ts'
import { incidentColumns } from './incident-entries.server.ts'
import { type TakeReportInput, takeReport, takeReportInput } from './take-report.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)

const FRIDAY_LATE = new Date('2026-11-20T16:45:00Z')
const FRIDAY_IN_TIME = new Date('2026-11-20T17:00:00Z')

async function taken(person: Person, given: Parameters<typeof reportInput>[0], now = MONDAY_MORNING) {
  const result = await takeReport(asking(person, now), reportInput(given))
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const { caseId } = result.value
  const [file] = await world.admin`select * from case_file where case_id = ${caseId}`
  const [person_] = await world.admin`select * from client where client_id = ${file?.client_id}`
  const incidents = await world.admin`select * from incident where case_id = ${caseId}`
  const clocks = await world.admin`select * from clock where case_id = ${caseId} order by clause`
  const events = await world.admin`select * from case_event where case_id = ${caseId} order by seq`
  return { ...result.value, file, client: person_, incidents, clocks, events }
}

function refusalOf(given: Parameters<typeof reportInput>[0], now = MONDAY_MORNING) {
  return takeReport(asking(worker, now), reportInput(given)).then((result) => (result.ok ? null : result.refusal))
}

describe('a report', () => {
  it('opens a case with its client and first incident, and says so on the timeline (R1)', async () => {
    const { file, client, incidents, events, reference } = await taken(worker, {
      clientName: 'Amara Diallo',
      account: 'He said he would burn the shop down.',
    })
    expect(file).toMatchObject({ stage: 'open', reference, channel: 'phone', case_worker_id: null })
    expect(client).toMatchObject({ name: 'Amara Diallo', name_key: 'amaradiallo', language: '' })
    expect(incidents).toHaveLength(1)
    expect(incidents[0]).toMatchObject({
      account: 'He said he would burn the shop down.',
      police_status: 'not_asked',
    })
    expect(events.map(({ kind }) => kind)).toEqual(['report-received', 'incident-recorded'])
    expect(reference).toMatch(/^A\d+-[0-9A-Z]{4}$/)
  })

  it('keeps what the client would like to happen in their own words (G8)', async () => {
    const { file } = await taken(worker, { wishes: 'Do not talk to my neighbours.' })
    expect(file?.wishes).toBe('Do not talk to my neighbours.')
  })

  it.each(['1987', '1987-05', '1987-05-12'])('keeps a birth date as far as it is known: %s', async (born) => {
    const { client, incidents } = await taken(worker, {
      dateOfBirth: born as PartialDay,
      occurredOn: born as PartialDay,
    })
    expect([client?.date_of_birth, incidents[0]?.occurred_on]).toEqual([born, born])
  })

  it('takes two clients of one name for one person on the map by a whole birth date, never by a year', async () => {
    const personOf = async (clientName: string, born: string) => {
      const { incidents } = await taken(worker, { clientName, dateOfBirth: born as PartialDay })
      const [counted] = await world.admin`
        select person from counted_incident where incident_id = ${String(incidents[0]?.incident_id)}`
      return counted?.person
    }
    expect(await personOf('Ana Cole', '1987-05-12')).toBe(await personOf('Ana Cole', '1987-05-12'))
    expect(await personOf('Ben Cole', '1987')).not.toBe(await personOf('Ben Cole', '1987'))
    expect(await personOf('Eva Cole', '1987-05')).not.toBe(await personOf('Eva Cole', '1987-05'))
  })

  it.each(NATIONAL_STRANDS)('may name the strand %s (G1)', async (strand) => {
    const { incidents } = await taken(worker, { strands: [strand] })
    expect(incidents[0]).toMatchObject({ strands: [strand], primary_strand: strand })
  })

  it('keeps several strands and which one counts first (G1)', async () => {
    const { incidents } = await taken(worker, { strands: ['race', 'religion'], primaryStrand: 'religion' })
    expect(incidents[0]).toMatchObject({ strands: ['race', 'religion'], primary_strand: 'religion' })
  })

  it('may name only the local strands that the partnership switched on, and the five national ones always (G1)', async () => {
    await world.admin`insert into setting (name, value) values ('local-strands', ${world.admin.json(['age'])})`
    expect(await refusalOf({ strands: ['age'] })).toBeNull()
    expect(await refusalOf({ strands: ['disability'] })).toBeNull()
    expect(await refusalOf({ strands: ['sex_work'] })).toEqual({ kind: 'strand-not-offered' })
    await world.admin`delete from setting where name = 'local-strands'`
  })

  it('is believed whatever the police made of it: a case all the same, with the police as a fact beside it (G2)', async () => {
    const { file, incidents } = await taken(worker, { policeStatus: 'not_recorded' })
    expect(file?.stage).toBe('open')
    expect(incidents[0]).toMatchObject({ police_status: 'not_recorded', perceived_by: ['client'] })
  })
})

describe('the contact clock of a report', () => {
  it('runs two working days from when it was received (R3)', async () => {
    const { clocks } = await taken(worker, { receivedAt: FRIDAY_LATE }, FRIDAY_IN_TIME)
    const contact = clocks.find(({ clause }) => clause === 'R3')
    expect(contact).toMatchObject({ state: 'running', due_at: new Date('2026-11-24T23:59:59.999Z') })
    expect(clocks.some(({ clause }) => clause === 'R4')).toBe(false)
  })

  it.each([
    { why: 'the plain question was answered yes', given: { violence: 'yes' } },
    { why: 'the type is violence in itself', given: { violence: 'no', types: ['arson_attempted_arson'] } },
  ] as { why: string; given: Partial<TakeReportInput> }[])('runs one working day when $why (R4)', async ({ given }) => {
    const { clocks, file } = await taken(worker, { receivedAt: FRIDAY_LATE, ...given }, FRIDAY_IN_TIME)
    expect(file?.serious).toBe(true)
    expect(clocks.find(({ clause }) => clause === 'R4')).toMatchObject({ due_at: new Date('2026-11-23T23:59:59.999Z') })
    expect(clocks.some(({ clause }) => clause === 'R3')).toBe(false)
  })

  it.each([
    { given: { reporterRole: 'anonymous', clientName: '', phone: '' }, contactability: 'anonymous' },
    { given: { reporterRole: 'witness', clientAware: 'no' }, contactability: 'client_unaware' },
  ] as { given: Partial<TakeReportInput>; contactability: string }[])(
    'does not run where contact is not possible: $contactability (R2)',
    async ({ given, contactability }) => {
      const { clocks, file } = await taken(worker, given)
      expect(file?.contactability).toBe(contactability)
      expect(clocks.find(({ clause }) => clause === 'R3')?.state).toBe('not_applicable')
    },
  )

  it('runs for a third party who tells with the knowledge of the client, and keeps who told (R2)', async () => {
    const { clocks, file } = await taken(worker, {
      reporterRole: 'third_party',
      clientAware: 'yes',
      reporterName: 'Tom Ford',
      reporterOrganisation: 'Granby Library',
    })
    expect(clocks.find(({ clause }) => clause === 'R3')?.state).toBe('running')
    expect(file?.reporter).toMatchObject({ name: 'Tom Ford', organisation: 'Granby Library' })
  })
})

describe('when it was received', () => {
  it('may be in the past, with a reason (R1)', async () => {
    const { file, events } = await taken(worker, { receivedAt: FRIDAY_LATE, backdatedReason: 'A letter, opened today' })
    expect(file).toMatchObject({ received_at: FRIDAY_LATE, backdated_reason: 'A letter, opened today' })
    expect(events[0]?.data).toMatchObject({ backdated: true })
  })

  it.each([
    { why: 'is in the past without a reason', given: { receivedAt: FRIDAY_LATE }, kind: 'backdated-without-reason' },
    {
      why: 'is in the future',
      given: { receivedAt: new Date('2026-11-23T09:01:00Z') },
      kind: 'received-in-the-future',
    },
    {
      why: 'is more than two years ago',
      given: { receivedAt: new Date('2024-11-01T09:00:00Z'), backdatedReason: 'Found in a drawer' },
      kind: 'received-too-long-ago',
    },
    { why: 'comes before the incident', given: { occurredOn: toDay('2026-11-24') }, kind: 'occurred-in-the-future' },
    {
      why: 'counts a strand first that is not among those chosen',
      given: { strands: ['race'], primaryStrand: 'disability' },
      kind: 'primary-strand-not-among',
    },
  ] as { why: string; given: Partial<TakeReportInput>; kind: string }[])(
    'is refused when it $why',
    async ({ given, kind }) => {
      expect(await refusalOf(given)).toEqual({ kind })
    },
  )
})

describe('somebody known already', () => {
  it('is pointed out inside one agency, by name or by number, until the writer says that it is another person', async () => {
    const first = await taken(worker, { clientName: 'Józef Nowak', phone: '07700 900777' })
    const second = { clientName: 'Jozef NOWAK', phone: '', trustedPerson: 'His sister', samePerson: '' }
    expect(await refusalOf(second)).toMatchObject({
      kind: 'perhaps-known',
      lookalikes: [{ reference: first.reference, sameName: true, samePhone: false }],
    })
    expect(await refusalOf({ clientName: 'J. N.', phone: '+44 7700 900777', samePerson: '' })).toMatchObject({
      lookalikes: [{ reference: first.reference, sameName: false, samePhone: true }],
    })
    expect(await refusalOf({ ...second, samePerson: 'another' })).toBeNull()
  })

  it.each([
    { held: { clientName: 'Michał Łukasiewicz' }, given: { clientName: 'Michal Lukasiewicz' } },
    { held: { clientName: 'Shauna Mc Donagh' }, given: { clientName: 'Shauna McDonagh' } },
    { held: { clientName: 'Bridget O’Neill' }, given: { clientName: 'ONEILL Bridget' } },
    { held: { clientName: 'Nguyen Van Minh' }, given: { clientName: 'Minh Nguyen Van' } },
    { held: { phone: '07700 900830 (mum), or 0151 496 0123' }, given: { phone: '447700900830' } },
    { held: { phone: '0151 496 0124' }, given: { phone: 'work +44 (0)151 496 0124, home 0151 496 0125' } },
  ])('is the same person in another spelling: $held and $given', async ({ held, given }) => {
    const first = await taken(worker, { clientName: 'Erste Person', phone: '', address: 'Here', ...held })
    const refusal = await refusalOf({
      clientName: 'Zweite Person',
      phone: '',
      address: 'Here',
      samePerson: '',
      ...given,
    })
    expect(refusal).toMatchObject({ kind: 'perhaps-known', lookalikes: [{ reference: first.reference }] })
  })

  it.each([
    { clientName: 'Not known', phone: '07700 900111' },
    { clientName: 'Unknown', phone: '07700 900112' },
    { clientName: 'N/K', phone: '07700 900113' },
    { clientName: 'client unknown', phone: '07700 900114' },
    { clientName: '?', phone: '07700 900115' },
  ])('is not pointed out by a name that says it is not known: $clientName', async ({ clientName, phone }) => {
    const first = await taken(worker, { clientName, phone })
    expect(await refusalOf({ clientName, phone: '', address: 'Here', samePerson: '' })).toBeNull()
    expect(await refusalOf({ clientName, phone, samePerson: '' })).toMatchObject({
      lookalikes: [{ reference: first.reference, sameName: false, samePhone: true }],
    })
  })

  it('is another person where a vowel sign makes another name', async () => {
    await taken(worker, { clientName: 'रवि' })
    expect(await refusalOf({ clientName: 'रवी', samePerson: '' })).toBeNull()
  })

  it('is never looked for in another agency', async () => {
    const elsewhere = await world.staff(await world.agency())
    await taken(elsewhere, { clientName: 'Only Elsewhere' })
    expect(await refusalOf({ clientName: 'Only Elsewhere', samePerson: '' })).toBeNull()
  })
})

describe('what was not asked', () => {
  /** What a column holds where nobody answered; anything else says why it is no answer. */
  const NOT_AN_ANSWER: Record<string, unknown> = {
    counted: true, // Counted unless somebody says no, as the question itself says.
    primaryStrand: 'race', // The only strand that was named.
    perceivedBy: ['client'], // As the question itself says.
    locationType: 'not_known',
    policeStatus: 'not_asked',
  }

  it('is stored as no answer, in whatever column', () => {
    const form = takeReportInput.parse({
      channel: 'web',
      reporterRole: 'anonymous',
      account: 'It happened.',
      strands: ['race'],
      violence: 'no',
    })
    const nowhere = { placeBy: 'unknown', lat: null, lng: null, cell: null } as const
    const { account: _, strands: __, ...incident } = incidentColumns(form, nowhere)
    const { safeContact, ...client } = clientColumns(form)
    const answers = Object.entries({ ...incident, ...nowhere, placeBy: '', ...client, ...safeContact }).filter(
      ([column, value]) =>
        ![null, '', false].includes(value as never) &&
        JSON.stringify(value) !== '[]' &&
        JSON.stringify(value) !== JSON.stringify(NOT_AN_ANSWER[column]),
    )
    expect(answers).toEqual([])
  })

  it('stays so with an interpreter, and any language may be typed', async () => {
    const { client } = await taken(worker, { language: '', interpreterNeeded: true, interpreterNote: 'Romani' })
    expect(client?.language).toBe('')
    expect((await taken(worker, { language: 'Romani' })).client?.language).toBe('Romani')
  })
})

describe('sent twice', () => {
  it('opens one case, and answers it again', async () => {
    const form = asking(worker)
    const input = reportInput()
    const first = await takeReport(form, input)
    expect(await takeReport(form, input)).toEqual(first)
    expect(await takeReport(form, { ...input, wishes: 'Another wish' })).toEqual({
      ok: false,
      refusal: { kind: 'already-done' },
    })
  })

  it('throws its draft away, and no one else’s', async () => {
    const colleague = await world.staff(harthill)
    await keepDraft(asking(worker), { form: 'report' }, { account: ['half'] })
    await keepDraft(asking(colleague), { form: 'report' }, { account: ['also half'] })
    await taken(worker, {})
    const left = await world.admin`select staff_id from draft where form = 'report'`
    expect(left.map(({ staff_id }) => staff_id)).toEqual([colleague.actor.staffId])
  })
})

describe('the form', () => {
  function errorsFor(given: Record<string, unknown>) {
    const parsed = takeReportInput.safeParse(given)
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]))
  }

  it('needs six answers on the short path and says all that is missing at once', () => {
    expect(errorsFor({ reporterRole: 'victim' }).sort()).toEqual(
      ['account', 'channel', 'clientName', 'phone', 'strands', 'violence'].sort(),
    )
  })

  it('asks nothing about who somebody is who does not give a name (R2)', () => {
    expect(
      errorsFor({ channel: 'web', reporterRole: 'anonymous', account: 'x', strands: ['race'], violence: 'no' }),
    ).toEqual([])
  })

  it.each([
    { why: 'whether the client knows of it (R2)', given: { reporterRole: 'witness' }, field: 'clientAware' },
    { why: 'the strand that counts first', given: { strands: ['race', 'religion'] }, field: 'primaryStrand' },
    { why: 'a day that exists', given: { occurredOn: '2026-02-31' }, field: 'occurredOn' },
    { why: 'a year that can be meant', given: { occurredOn: '0000-01-01' }, field: 'occurredOn' },
    { why: 'a time that exists', given: { receivedAt: '2027-03-28T01:30' }, field: 'receivedAt' },
  ])('asks for $why', ({ given, field }) => {
    expect(errorsFor(given)).toContain(field)
  })
})
