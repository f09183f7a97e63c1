import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { allowed } from '../../../tests/support/cases.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { pageAfter } from '../../forms/multi-page/form-page.ts'
import { keepDraft } from '../drafts/keep-draft.server.ts'
import { changeAgency } from './change-agency.server.ts'
import { readAgencyPage, readAgencyPages } from './read-agency-pages.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes', kind: 'social_landlord' })
const { agencyId } = harthill
const ada = await world.staff(harthill, 'manager')
const sam = await world.staff(harthill)

async function statuses() {
  const read = await readAgencyPages(asking(ada), agencyId)
  return Object.fromEntries((read?.pages ?? []).map(({ id, status }) => [id, status]))
}

it('saves one page and leaves the others as they are, and records what changed', async () => {
  const row = async () => (await world.admin`select * from agency where agency_id = ${agencyId}`)[0]
  const before = await row()
  allowed(await changeAgency(asking(ada), { agencyId, page: 'offer', offers: 'Repairs', hours: 'Always' }))
  expect(await row()).toEqual({ ...before, offers: 'Repairs', hours: 'Always' })
  const [event] = await world.admin`select data from case_event where kind = 'agency-changed'`
  expect(event?.data).toEqual({ agencyId, changed: ['offers', 'hours'] })
})

it('says which pages are complete, and leads from each to the next that is not', async () => {
  await world.admin`update agency set duty_phone = '', purposes = '{}' where agency_id = ${agencyId}`
  expect(await statuses()).toEqual({
    offer: 'completed',
    referrals: 'in-progress',
    'strands-and-wards': 'completed',
    'duty-contact': 'in-progress',
  })
  const { pages = [] } = (await readAgencyPages(asking(ada), agencyId)) ?? {}
  expect(pageAfter(pages, 'offer')?.id).toBe('referrals')
  expect(pageAfter(pages, 'referrals')?.id).toBe('duty-contact')
  expect(pageAfter(pages, 'duty-contact')).toBeNull()
  allowed(await changeAgency(asking(ada), { agencyId, page: 'duty-contact', dutyPhone: '0151 496 0001' }))
  expect(await statuses()).toMatchObject({ 'duty-contact': 'completed' })
})

it('keeps what is unfinished page by page, until that page is saved', async () => {
  const keyOf = (page: 'offer' | 'duty-contact') => ({ form: 'change-agency', subject: agencyId, page }) as const
  const drafts = { offer: randomUUID(), 'duty-contact': randomUUID() }
  await keepDraft(asking(ada), keyOf('offer'), { draftId: [drafts.offer], offers: ['Half a sen'] })
  await keepDraft(asking(ada), keyOf('duty-contact'), { draftId: [drafts['duty-contact']], dutyPhone: ['0151'] })
  expect(await statuses()).toMatchObject({ offer: 'in-progress', 'duty-contact': 'in-progress' })
  const open = await readAgencyPage(asking(ada), agencyId, 'offer')
  expect(open).toMatchObject({ saved: { offers: 'Repairs' }, draft: { fields: { offers: ['Half a sen'] } } })
  const unchanged = { page: 'offer', draftId: drafts.offer, offers: 'Repairs', hours: 'Always' } as const
  expect(allowed(await changeAgency(asking(ada), { agencyId, ...unchanged }))).toEqual({ changed: [] })
  expect(await statuses()).toMatchObject({ offer: 'completed', 'duty-contact': 'in-progress' })
})

it('is for nobody who may not change the agency, and keeps no draft for them', async () => {
  const stranger = await world.staff(await world.agency(), 'manager')
  for (const person of [sam, stranger]) {
    expect(await readAgencyPages(asking(person), agencyId)).toBeNull()
    expect(await readAgencyPage(asking(person), agencyId, 'offer')).toBeNull()
    const kept = keepDraft(asking(person), { form: 'change-agency', subject: agencyId, page: 'offer' }, {})
    await expect(kept).rejects.toMatchObject({ status: 404 })
  }
  expect(() => readAgencyPage(asking(ada), agencyId, 'no-page')).toThrow(expect.objectContaining({ status: 404 }))
})
