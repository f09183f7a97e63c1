import { describe, expect, it } from 'vitest'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { markLeaver } from '../../staff/mark-leaver.server.ts'
import { takeBack } from '../../staff/take-back.server.ts'
import { cancelEvent } from '../cancel-event.server.ts'
import { answerInvitation } from '../invitations/answer-invitation.server.ts'
import { invitePartners } from '../invitations/invite-partners.server.ts'
import { planEvent } from '../plan-event.server.ts'
import { editInput, planInput } from '../plan-input.server.ts'
import { makeCalendarAddress, readCalendarAddress } from './make-calendar-address.server.ts'
import { readAwarenessCalendar } from './read-calendar.server.ts'

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
  const found = await readAwarenessCalendar(token, `192.0.2.${asker}`)
  if (!found.ok) throw new Error('Too many attempts.')
  return found.value?.replaceAll('\r\n ', '') ?? null
}
const tokenOf = (address: string) => /\/calendar\/([\w-]+)\.ics$/.exec(address)?.[1] ?? ''

async function address(person: typeof siobhan) {
  const made = await makeCalendarAddress(asking(person, now))
  if (!made.ok) throw new Error(made.refusal.kind)
  return made.value.address
}

async function planned(title: string, startsAt = '', endsAt = '') {
  const fields = { title, kind: 'vigil', venue: 'Town hall', heldOn: inAMonth, startsAt, endsAt, ward: 'Speke' }
  const made = await planEvent(asking(siobhan, now), planInput.parse(fields))
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
    await answerInvitation(asking(bea, now), { eventId: asked, answer: 'accepted', note: '', nobodyNamed: false })
    await answerInvitation(asking(bea, now), { eventId: refused, answer: 'declined', note: '', nobodyNamed: false })
    await cancelEvent(asking(siobhan, now), { eventId: off })
    const ours = await fetched(tokenOf(await address(siobhan)))
    expect(ours?.match(/BEGIN:VEVENT/g)).toHaveLength(4)
    expect(ours).toContain('STATUS:CANCELLED')
    expect(ours).toMatch(new RegExp(`UID:${own}@accord`))
    const theirs = await fetched(tokenOf(await address(lorraine)))
    expect(ours?.match(/DTEND/g)).toHaveLength(4)
    expect(theirs?.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(theirs).toContain('SUMMARY:Joint\\; vigil\\, with two')
    expect(theirs).toContain(`DTSTART;VALUE=DATE:${inAMonth.replaceAll('-', '')}`)
    expect(theirs).toContain('X-WR-CALNAME:Awareness work: Beacon Victim Care')
  })

  it('is the same text until something changes, so that a program can ask whether anything is new', async () => {
    const token = tokenOf(await address(siobhan))
    expect(await fetched(token)).toBe(await fetched(token))
  })

  it('says when each event ends: as planned, after an hour, or with its day', async () => {
    const token = tokenOf(await address(siobhan))
    await planned('Evening', '18:30', '20:15')
    const text = (await fetched(token)) ?? ''
    const eventOf = (title: string) => text.split('BEGIN:VEVENT').find((event) => event.includes(`SUMMARY:${title}`))
    const times = (title: string) => {
      const ofEvent = (name: string) =>
        Date.parse(
          (new RegExp(`${name}[^:]*:(\\d{8}T\\d{6}Z)`).exec(eventOf(title) ?? '')?.[1] ?? '').replace(
            /(\d{4})(\d\d)(\d\dT\d\d)(\d\d)/,
            '$1-$2-$3:$4:',
          ),
        )
      return (ofEvent('DTEND') - ofEvent('DTSTART')) / 60_000
    }
    expect([times('Evening'), times('Own vigil')]).toEqual([105, 60])
    expect(eventOf('Joint')).toMatch(/DTEND;VALUE=DATE:\d{8}/)
  })

  it('has one address for each person, of which only a hash is kept', async () => {
    const old = await address(lorraine)
    const form = asking(lorraine, now)
    const [made, sentTwice] = [await makeCalendarAddress(form), await makeCalendarAddress(form)]
    expect(sentTwice).toEqual(made)
    if (!made.ok) throw new Error(made.refusal.kind)
    expect(await fetched(tokenOf(old))).toBeNull()
    expect(await fetched(tokenOf(made.value.address))).toContain('BEGIN:VCALENDAR')
    const colleague = await world.staff(beacon, 'manager')
    expect(await readCalendarAddress(asking(colleague))).toBeNull()
    expect(await fetched(tokenOf(await address(colleague)))).toContain('BEGIN:VCALENDAR')
    expect(await fetched(tokenOf(made.value.address))).toContain('BEGIN:VCALENDAR')
    expect(await readCalendarAddress(asking(lorraine))).toEqual({ madeAt: now.toISOString() })
    const kept =
      await world.admin`select token_hash, agency_id::text from calendar_feed union all select answer::text, action from idempotency`
    expect(JSON.stringify(kept)).not.toContain(tokenOf(made.value.address))
  })

  it('is not a case worker’s to make', async () => {
    expect(await makeCalendarAddress(asking(bea))).toEqual({ ok: false, refusal: { kind: 'not-allowed' } })
  })

  it('ends for good with its person: when they leave, and when they may no longer make one', async () => {
    const administrator = await world.staff(council, 'administrator')
    const [leaver, demoted, moved] = [
      await world.staff(beacon, 'manager'),
      await world.staff(beacon, 'manager'),
      await world.staff(beacon, 'manager'),
    ]
    const tokens = [tokenOf(await address(leaver)), tokenOf(await address(demoted)), tokenOf(await address(moved))]
    const of = ({ actor: { staffId } }: typeof leaver) => ({ staffId })
    expect((await markLeaver(asking(administrator, now), of(leaver))).ok).toBe(true)
    await world.admin`update staff set role = 'case_worker' where staff_id = ${demoted.actor.staffId}`
    await world.admin`update staff set role = 'coordinator' where staff_id = ${moved.actor.staffId}`
    expect((await takeBack(asking(administrator, now), of(leaver))).ok).toBe(true)
    expect(await Promise.all(tokens.map(fetched))).toEqual([null, null, expect.stringContaining('BEGIN:VCALENDAR')])
  })

  it('cannot be found by trying: who finds nothing is soon asked to wait, who finds theirs never is', async () => {
    const token = tokenOf(await address(siobhan))
    const from = (clientAddress: string, secret: string) => readAwarenessCalendar(secret, clientAddress)
    let refused = 0
    for (let tries = 0; tries < 70; tries += 1) {
      const wrong = tries % 2 === 0 ? `wrong${tries}` : token.slice(0, -2) + String(10 + tries)
      refused += (await from('198.51.100.2', wrong)).ok ? 0 : 1
    }
    expect(refused).toBe(10)
    expect(await from('198.51.100.2', token)).toMatchObject({ ok: true, value: expect.any(String) })
  })
})

describe('a plan', () => {
  const plan = { title: 'Vigil', kind: 'vigil', venue: 'Town hall', ward: 'Speke' }
  it.each([
    { heldOn: '2027-03-28', startsAt: '01:30', field: 'startsAt', why: 'the clocks leave that time out' },
    { heldOn: '2026-10-25', startsAt: '01:30', field: 'startsAt', why: 'the clocks repeat that time' },
    { heldOn: '2027-03-28', startsAt: '00:30', endsAt: '01:30', field: 'endsAt', why: 'it ends at no time' },
    { heldOn: '2027-03-27', startsAt: '18:00', endsAt: '17:00', field: 'endsAt', why: 'it ends before it starts' },
    { heldOn: '2027-03-27', endsAt: '17:00', field: 'startsAt', why: 'it ends without a start' },
  ])('is refused beside its field, because $why', ({ field, why: _, ...times }) => {
    const seen = [planInput.safeParse({ ...plan, ...times }), editInput.safeParse({ ...plan, ...times, seenAt: 'x' })]
    for (const read of seen) expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})
