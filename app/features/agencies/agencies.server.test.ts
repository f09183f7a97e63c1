import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { addAgency } from './add-agency.server.ts'
import type { AgencyInput } from './agency-fields.server.ts'
import { changeAgency } from './change-agency.server.ts'
import { findAgency, listAgencies } from './read-agencies.server.ts'

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
