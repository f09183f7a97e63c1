import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { reportedCase } from '../../../tests/support/cases.ts'
import { invited } from '../../../tests/support/credentials.ts'
import { decideInput } from '../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { decideReferral } from '../referrals/decide/decide-referral.server.ts'
import { readReferPage } from '../referrals/decide/read-refer-page.server.ts'
import { addAgency } from './add-agency.server.ts'
import type { AgencyInput } from './agency-input.server.ts'
import { changeAgency } from './change-agency.server.ts'
import { findAgency, listAgencies } from './read-agencies.server.ts'
import { readFirstDay } from './read-first-day.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes', kind: 'social_landlord' })
const beacon = await world.agency({ name: 'Beacon Victim Care', kind: 'victim_support' })
const sam = await world.staff(harthill)
const ada = await world.staff(harthill, 'manager')
const root = await world.staff(beacon, 'administrator')

const fields: AgencyInput = {
  offers: 'Repairs, rehousing and somebody to talk to',
  hours: 'Monday to Friday, 09:00 to 17:00',
  strands: ['race'],
  purposes: ['support', 'rehousing'],
  wards: ['Speke'],
  takesReferrals: false,
  dutyEmail: 'duty@harthill.example.org',
  dutyPhone: '0151 496 0001',
}

describe('the directory', () => {
  it('shows everybody every agency, and who may change which', async () => {
    const seen = await listAgencies(asking(sam))
    expect(seen.map(({ name, mine, mayChange }) => [name, mine, mayChange])).toEqual([
      ['Beacon Victim Care', false, false],
      ['Harthill Bridge Homes', true, false],
    ])
    expect((await listAgencies(asking(ada))).map(({ mayChange }) => mayChange)).toEqual([false, true])
    expect((await listAgencies(asking(root))).map(({ mayChange }) => mayChange)).toEqual([true, true])
    expect(await findAgency(asking(sam), randomUUID())).toBeNull()
  })
})

describe('changing an agency', () => {
  it('is its manager’s: a pause of referrals shows at once, and what changed is recorded', async () => {
    const changed = await changeAgency(asking(ada), { ...fields, agencyId: harthill.agencyId })
    expect(changed).toMatchObject({
      ok: true,
      value: { changed: expect.arrayContaining(['takesReferrals', 'offers']) },
    })
    expect((await findAgency(asking(root), harthill.agencyId))?.agency.takesReferrals).toBe(false)
    const again = await changeAgency(asking(ada), { ...fields, agencyId: harthill.agencyId })
    expect(again).toEqual({ ok: true, value: { changed: [] } })
    const events = await world.admin`select data from case_event where kind = 'agency-changed'`
    expect(events).toHaveLength(1)
  })

  it('is not for a case worker, nor for another agency’s manager', async () => {
    const refusal = { ok: false, refusal: { kind: 'not-allowed' } }
    expect(await changeAgency(asking(sam), { ...fields, agencyId: harthill.agencyId })).toEqual(refusal)
    expect(await changeAgency(asking(ada), { ...fields, agencyId: beacon.agencyId })).toEqual(refusal)
    expect(await changeAgency(asking(ada), { ...fields, agencyId: randomUUID() })).toMatchObject({
      refusal: { kind: 'not-found' },
    })
  })

  it('keeps to what an agency of its kind may receive referrals for', async () => {
    const answer = await changeAgency(asking(root), { ...fields, purposes: ['enforcement'], agencyId: beacon.agencyId })
    expect(answer).toEqual({ ok: false, refusal: { kind: 'not-of-this-kind' } })
  })
})

describe('a new agency', () => {
  const input = {
    kind: 'fire_and_rescue',
    name: 'Fire and Rescue',
    initials: 'FR',
    dutyEmail: 'd@fr.example.org',
  } as const

  it('is added by the portal’s administrator with the purposes of its kind', async () => {
    const added = await addAgency(asking(root), input)
    if (!added.ok) throw new Error(added.refusal.kind)
    const found = await findAgency(asking(sam), added.value.agencyId)
    expect(found?.row).toMatchObject({ purposes: ['repairs_security', 'risk_meeting'], takesReferrals: true })
  })

  it('needs a name and initials of its own, also when two are added at the same moment', async () => {
    const twin = { ...input, name: 'Twin', initials: 'TW' }
    const answers = await Promise.all([
      addAgency(asking(root), twin),
      addAgency(asking(root), { ...twin, name: 'Twin 2' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await addAgency(asking(root), { ...twin, name: 'TWIN', initials: 'TX' })).toMatchObject({
      refusal: { kind: 'name-taken' },
    })
  })

  it('is not a manager’s to add', async () => {
    expect(await addAgency(asking(ada), { ...input, initials: 'XY', name: 'X' })).toMatchObject({
      refusal: { kind: 'not-allowed' },
    })
  })
})

describe('an agency that has only been added', () => {
  let fresh: Awaited<ReturnType<typeof world.agency>>
  beforeAll(async () => {
    fresh = await world.agency({ name: 'Fresh Start Support', kind: 'victim_support' })
  })
  const missing = async () => (await findAgency(asking(root), fresh.agencyId))?.agency.missing.map(({ words }) => words)
  const isOffered = async () => {
    const listed = await listAgencies(asking(sam))
    return listed.find(({ agencyId }) => agencyId === fresh.agencyId)?.takesReferrals
  }

  it('is offered as a recipient once somebody who works with clients has joined, not before', async () => {
    expect(await isOffered()).toBe(false)
    const { caseId } = await reportedCase(sam)
    const offered = async () => {
      const page = await readReferPage({ actor: sam.actor, now: MONDAY_MORNING }, { caseId, purpose: 'support' })
      return page.suggestions.map(({ name }) => name)
    }
    const decide = () => decideReferral(asking(sam), decideInput({ recipient: fresh }, caseId))
    expect(await offered()).not.toContain('Fresh Start Support')
    const manager = await world.staff(fresh, 'manager')
    await invited(world, manager)
    expect([await isOffered(), await offered()]).toEqual([false, []])
    expect(await decide()).toMatchObject({ refusal: { kind: 'recipient-takes-none' } })
    await world.admin`update invitation set used_at = now() where staff_id = ${manager.actor.staffId}`
    expect([await isOffered(), await offered()]).toEqual([true, ['Fresh Start Support']])
    await world.admin`update staff set active = false where staff_id = ${manager.actor.staffId}`
    expect(await isOffered()).toBe(false)
  })

  it('tells its administrator what is missing, and nobody else', async () => {
    await world.admin`update agency set offers = '', hours = '' where agency_id = ${fresh.agencyId}`
    expect(await missing()).toEqual([
      'Invite a manager',
      'Invite a case worker',
      'Enter what the agency offers and the opening hours',
      'Enter the duty telephone number',
    ])
    await invited(world, await world.staff(fresh))
    expect((await missing())?.[1]).toBe('A case worker who has been invited has not joined yet')
    expect((await findAgency(asking(sam), fresh.agencyId))?.agency.missing).toEqual([])
  })
})

describe('the first day', () => {
  const partsFor = async (person: typeof root) => (await readFirstDay(person))?.parts.map(({ words }) => words)

  it('of the portal lists what is missing until it is there', async () => {
    await world.admin`delete from invitation`
    expect(await partsFor(root)).toEqual([
      'Invite a second administrator: two people decide about rules',
      'Invite a coordinator for the map and its releases',
      'Test that e-mail arrives: invite someone and ask them to use the link',
      'Ask the operator to load postcodes: accord import postcodes',
      ...(await cannotReceive()),
    ])
    const second = await world.staff(beacon, 'administrator')
    await world.staff(beacon, 'coordinator')
    await invited(world, second)
    await world.admin`update invitation set used_at = now(), mailed_at = now()`
    await world.admin`insert into postcode ${world.admin({ postcode: 'L72AB', lat: 53.41, lng: -2.95 })}`
    for (const { agencyId, hasReceiver } of await listAgencies(asking(root)))
      if (!hasReceiver) await world.staff({ agencyId, name: '' }, 'manager')
    expect(await partsFor(root)).toEqual([])
  })

  it('of an agency is its manager’s to see, and nobody else’s', async () => {
    const home = await world.agency({ name: 'New Tenants Trust' })
    const manager = await world.staff(home, 'manager')
    expect(await partsFor(manager)).toEqual(['Invite a case worker', 'Enter the duty telephone number'])
    const worker = await world.staff(home)
    await world.admin`update agency set duty_phone = '0151 496 0009' where agency_id = ${home.agencyId}`
    expect(await partsFor(manager)).toEqual([])
    expect(readFirstDay(worker)).toBeNull()
  })

  async function cannotReceive() {
    const listed = await listAgencies(asking(root))
    return listed
      .filter(({ canReceive, hasReceiver }) => canReceive && !hasReceiver)
      .map(({ name }) => `${name} cannot receive referrals yet`)
  }
})
