import { describe, expect, it } from 'vitest'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { answerInvitation } from './answer-invitation.server.ts'
import { cancelEvent } from './cancel-event.server.ts'
import { invitePartners } from './invite-partners.server.ts'
import { makeCalendarAddress, readCalendarAddress } from './make-calendar-address.server.ts'
import { planEvent } from './plan-event.server.ts'
import { planFields } from './plan-fields.server.ts'
import { readCalendar } from './read-calendar.server.ts'

const world = await openWorld()
const council = await world.agency({ name: 'City Cohesion & Safety Unit' })
const beacon = await world.agency({ name: 'Beacon Victim Care' })
const siobhan = await world.staff(council, 'cohesion_officer', 'Siobhan Kilbride')
const lorraine = await world.staff(beacon, 'manager', 'Lorraine Devaney')
const bea = await world.staff(beacon)
const now = new Date()
const inAMonth = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)

let asker = 0
/** Each from an address of its own, so that the limit does not count them together. */
const fetched = async (token: string) => {
  asker += 1
  const found = await readCalendar(token, `192.0.2.${asker}`)
  if (!found.ok) throw new Error('Too many tries.')
  return found.value?.replaceAll('\r\n ', '') ?? null
}
const tokenOf = (address: string) => /\/calendar\/([\w-]+)\.ics$/.exec(address)?.[1] ?? ''

async function address(person: typeof siobhan) {
  const made = await makeCalendarAddress(asking(person, now))
  if (!made.ok) throw new Error(made.refusal.kind)
  return made.value.address
}

async function planned(title: string, startsAt = '') {
  const fields = { title, kind: 'vigil', venue: 'Town hall', heldOn: inAMonth, startsAt, ward: 'Speke' }
  const made = await planEvent(asking(siobhan, now), planFields.parse(fields))
  if (!made.ok) throw new Error(made.refusal.kind)
  return made.value.eventId
}

describe('the calendar of an agency', () => {
  it('holds what it plans and what it agreed to, with what was cancelled said to be so', async () => {
    const [own, asked, refused, off] = [
      await planned('Own vigil', '18:30'),
      await planned('Joint; vigil, with two'),
      await planned('Not ours'),
      await planned('Called off'),
    ]
    for (const eventId of [asked, refused, off])
      await invitePartners(asking(siobhan, now), { eventId, partnerAgencyIds: [beacon.agencyId] })
    await answerInvitation(asking(bea, now), { eventId: asked, answer: 'accepted', note: '' })
    await answerInvitation(asking(bea, now), { eventId: refused, answer: 'declined', note: '' })
    await cancelEvent(asking(siobhan, now), { eventId: off })
    const ours = await fetched(tokenOf(await address(siobhan)))
    expect(ours?.match(/BEGIN:VEVENT/g)).toHaveLength(4)
    expect(ours).toContain('STATUS:CANCELLED')
    expect(ours).toMatch(new RegExp(`UID:${own}@accord`))
    const theirs = await fetched(tokenOf(await address(lorraine)))
    expect(theirs?.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(theirs).toContain('SUMMARY:Joint\\; vigil\\, with two')
    expect(theirs).toContain(`DTSTART;VALUE=DATE:${inAMonth.replaceAll('-', '')}`)
    expect(theirs).toContain('X-WR-CALNAME:Awareness work: Beacon Victim Care')
  })

  it('is the same text until something changes, so that a program can ask whether anything is new', async () => {
    const token = tokenOf(await address(siobhan))
    expect(await fetched(token)).toBe(await fetched(token))
  })

  it('has one address at a time, of which only a hash is kept', async () => {
    const old = await address(lorraine)
    const form = asking(lorraine, now)
    const [made, sentTwice] = [await makeCalendarAddress(form), await makeCalendarAddress(form)]
    expect(sentTwice).toEqual(made)
    if (!made.ok) throw new Error(made.refusal.kind)
    expect(await fetched(tokenOf(old))).toBeNull()
    expect(await fetched(tokenOf(made.value.address))).toContain('BEGIN:VCALENDAR')
    expect(await readCalendarAddress(asking(bea))).toMatchObject({ madeByName: 'Lorraine Devaney' })
    const kept =
      await world.admin`select * from calendar_feed union all select agency_id, answer::text, action, done_at from idempotency`
    expect(JSON.stringify(kept)).not.toContain(tokenOf(made.value.address))
  })

  it('is not a case worker’s to make', async () => {
    expect(await makeCalendarAddress(asking(bea))).toEqual({ ok: false, refusal: { kind: 'not-allowed' } })
  })

  it('cannot be found by trying: who finds nothing is soon asked to wait, who finds theirs is not', async () => {
    const token = tokenOf(await address(siobhan))
    const from = (clientAddress: string, secret: string) => readCalendar(secret, clientAddress)
    for (let tries = 0; tries < 70; tries += 1) expect((await from('198.51.100.1', token)).ok).toBe(true)
    let refused = 0
    for (let tries = 0; tries < 70; tries += 1) refused += (await from('198.51.100.2', `wrong${tries}`)).ok ? 0 : 1
    expect(refused).toBe(10)
  })
})
