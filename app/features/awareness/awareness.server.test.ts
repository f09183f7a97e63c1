import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openPost, tellEverything } from '../../../tests/support/post.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import { cellOfWard } from '../../domain/hotspots/places/ward-centre.ts'
import { toDay } from '../../domain/time/calendar-day.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { refusedForm } from '../../forms/refusal-table.server.ts'
import { cancelEvent } from './cancel-event.server.ts'
import { editEvent } from './edit-event.server.ts'
import { EVENTS } from './events-query.ts'
import { holdEvent, holdInput } from './hold-event.server.ts'
import { answerInput, answerInvitation } from './invitations/answer-invitation.server.ts'
import { invitePartners } from './invitations/invite-partners.server.ts'
import { readInvitations } from './invitations/read-invitations.server.ts'
import { planEvent } from './plan-event.server.ts'
import { editInput, type PlanInput, planInput, planProblems } from './plan-input.server.ts'
import { findEvent, listInvitable } from './read-event.server.ts'
import { listEvents } from './read-events.server.ts'
import { AWARENESS_REFUSALS } from './refusal-words.server.ts'

const world = await openWorld()
const council = await world.agency({ name: 'City Cohesion & Safety Unit' })
const beacon = await world.agency({ name: 'Beacon Victim Care' })
const unity = await world.agency({ name: 'Unity Steps' })
const siobhan = await world.staff(council, 'cohesion_officer', 'Siobhan Kilbride')
const marcus = await world.staff(council, 'coordinator')
const grace = await world.staff(council)
const lorraine = await world.staff(beacon, 'manager', 'Lorraine Devaney')
const bea = await world.staff(beacon)
const elsewhere = await world.staff(unity, 'coordinator')

const plan: PlanInput = {
  title: 'Stall at the market',
  kind: 'stall',
  heldOn: toDay('2026-12-05'),
  startsAt: '10:30',
  endsAt: '',
  venue: 'Market square',
  ward: 'Kensington & Fairfield',
  strands: ['race'],
  audience: 'Shoppers',
  languages: 'English, Arabic',
  materials: '100 leaflets',
  cell: null,
  releaseId: null,
  nobodyNamed: false,
}

function done<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.refusal))
}

async function planned(by: Person = siobhan, given: Partial<PlanInput> = {}): Promise<string> {
  return done(await planEvent(asking(by), { ...plan, ...given })).eventId
}

async function seen(by: Person, eventId: string) {
  const found = await findEvent(asking(by), eventId)
  if (!found) throw new Error('There is no such event.')
  return found
}

const { nobodyNamed: _confirmed, ...typed } = plan

const NOT_FOUND = { ok: false, refusal: { kind: 'not-found' } }

describe('planning awareness work (G13)', () => {
  it('is for coordinators and cohesion officers, and everybody on the staff may read it', async () => {
    const eventId = await planned()
    for (const person of [bea, lorraine, elsewhere])
      expect((await seen(person, eventId)).event).toMatchObject({ title: plan.title, mine: false, moves: [] })
    expect((await seen(marcus, eventId)).event.moves).toEqual(['edit', 'invite', 'hold', 'cancel'])
    for (const person of [grace, lorraine])
      expect(await planEvent(asking(person), plan)).toEqual({ ok: false, refusal: { kind: 'not-allowed' } })
  })

  it('asks for a ward or a hexagon where the work is in one place (G14: activity linked to ward)', async () => {
    expect(await planEvent(asking(siobhan), { ...plan, ward: null })).toEqual({
      ok: false,
      refusal: { kind: 'ward-needed' },
    })
    expect(planProblems({ ...plan, ward: null })).toEqual([{ kind: 'ward-needed' }])
    expect(planProblems({ ward: null, cell: null })).toEqual([])
    expect((await planEvent(asking(siobhan), { ...plan, ward: null, kind: 'press_or_social_media' })).ok).toBe(true)
    const kept = await seen(siobhan, await planned(siobhan, { ward: null, cell: '8719510c9ffffff' }))
    expect(kept.row.cell).toBe('8719510c9ffffff')
  })

  it('leaves out a release that there is not', async () => {
    const { row } = await seen(siobhan, await planned(siobhan, { releaseId: randomUUID() }))
    expect(row.releaseId).toBeNull()
  })

  it('is done once for a form sent twice', async () => {
    const once = asking(siobhan)
    const [first, again] = [await planEvent(once, plan), await planEvent(once, plan)]
    expect(again).toEqual(first)
  })

  it.each([
    { field: 'startsAt', typed: '25:00', why: 'no day has such an hour' },
    { field: 'title', typed: ' ', why: 'a title is needed' },
    { field: 'ward', typed: 'Atlantis', why: 'it is no ward of the city' },
    { field: 'heldOn', typed: '2026-02-30', why: 'there is no such day' },
  ])('refuses “$typed” as $field, because $why', ({ field, typed }) => {
    const { cell: _cell, nobodyNamed: _confirmed, ...typedPlan } = plan
    const read = planInput.safeParse({ ...typedPlan, [field]: typed })
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })

  it('reads times as people type them, and takes nothing for a hexagon that is none', () => {
    const read = planInput.parse({ ...typed, startsAt: '9.30', cell: 'nonsense', releaseId: 'x' })
    expect(read).toMatchObject({ startsAt: '09:30', cell: null, releaseId: null })
    expect(planInput.parse({ ...typed, cell: '87195cd66ffffff' }).cell, 'a hexagon of another region').toBeNull()
    expect(planInput.parse({ ...typed, cell: cellOfWard('Speke') }).cell).toBe(cellOfWard('Speke'))
  })
})

describe('free text of awareness work', () => {
  const SENTENCES = ['JAMES was there', 'spoke to mohammed from the corner shop', 'with محمد'] as const
  const SCHEMAS = { plan: planInput, edit: editInput, hold: holdInput, answer: answerInput }

  /** Sends a form of each kind with a sentence in one field. */
  async function sent(form: keyof typeof SCHEMAS, given: Record<string, unknown>) {
    if (form === 'plan') return planEvent(asking(siobhan), { ...plan, ...given })
    const eventId = await planned()
    if (form === 'answer') {
      done(await invitePartners(asking(siobhan), { eventId, partnerAgencyIds: [beacon.agencyId] }))
      return answerInvitation(asking(bea), { eventId, answer: 'accepted', note: '', nobodyNamed: false, ...given })
    }
    const dayOf = asking(siobhan, new Date('2026-12-06T09:00:00Z'))
    const went = { attendance: 1, materials: '', followUp: '', nobodyNamed: false }
    if (form === 'hold') return holdEvent(dayOf, { eventId, ...went, ...given })
    const { row } = await seen(siobhan, eventId)
    return editEvent(dayOf, { ...plan, ...given, eventId, seenAt: row.version.toISOString() })
  }

  /** Every field in which a sentence may be written. */
  const fields = (Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]).flatMap((form) =>
    Object.entries(SCHEMAS[form].shape)
      .filter(([field, schema]) => field !== 'seenAt' && schema.safeParse(SENTENCES[0]).data === SENTENCES[0])
      .map(([field]) => ({ form, field })),
  )

  it.each(fields)(
    'a name in $field of the form “$form” is refused until its writer confirms that it is none',
    async ({ form, field }) => {
      for (const sentence of SENTENCES)
        expect(await sent(form, { [field]: sentence })).toMatchObject({
          refusal: { kind: 'looks-personal', fields: [{ field }] },
        })
      expect((await sent(form, { [field]: SENTENCES[0], nobodyNamed: true })).ok).toBe(true)
    },
  )

  it('is found in all of its fields', () => {
    expect(fields.length).toBeGreaterThanOrEqual(13)
  })

  it('is refused beside each field, and the question is shown', async () => {
    const asked = await sent('plan', { title: SENTENCES[0], venue: SENTENCES[1] })
    if (asked.ok || asked.refusal.kind === 'already-done') throw new Error('It was kept.')
    const { form, status } = refusedForm(AWARENESS_REFUSALS, asked.refusal, EMPTY_FORM)
    expect(status).toBe(422)
    expect(form.errors.map(({ field }) => field)).toEqual(['title', 'venue'])
    expect(form.values).toEqual({ nobodyNamed: '' })
  })
})

describe('changing a plan', () => {
  it('tells partners of another day, and nobody of another leaflet', async () => {
    const eventId = await planned()
    done(await invitePartners(asking(siobhan), { eventId, partnerAgencyIds: [beacon.agencyId] }))
    const change = async (given: Partial<PlanInput>) => {
      const { row } = await seen(siobhan, eventId)
      return editEvent(asking(siobhan, new Date(row.version.getTime() + 1000)), {
        ...plan,
        ...given,
        eventId,
        seenAt: row.version.toISOString(),
      })
    }
    expect(done(await change({ materials: '200 leaflets' }))).toEqual({ changed: ['materials'] })
    expect(done(await change({ materials: '200 leaflets', heldOn: toDay('2026-12-06') }))).toEqual({
      changed: ['heldOn'],
    })
    const events = await world.admin`select data->'partnerAgencyIds' as told from case_event
      where kind = 'awareness-changed' and data->>'eventId' = ${eventId} order by seq`
    expect(events.map(({ told }) => told)).toEqual([[], [beacon.agencyId]])
  })

  it('is refused to who saw an older plan, to other agencies, and once it is over', async () => {
    const eventId = await planned()
    const { row } = await seen(siobhan, eventId)
    const input = { ...plan, eventId, seenAt: row.version.toISOString() }
    expect(await editEvent(asking(siobhan), { ...input, seenAt: '2020-01-01T00:00:00.000Z' })).toEqual({
      ok: false,
      refusal: { kind: 'changed-since' },
    })
    expect(await editEvent(asking(elsewhere), input)).toEqual(NOT_FOUND)
    expect(await editEvent(asking(lorraine), input)).toEqual(NOT_FOUND)
    done(await cancelEvent(asking(siobhan), { eventId }))
    expect(await editEvent(asking(siobhan), input)).toEqual({
      ok: false,
      refusal: { kind: 'not-possible', state: 'cancelled' },
    })
  })
})

describe('inviting partners (G13)', () => {
  it('shows on their manager’s day until somebody of theirs answers', async () => {
    const eventId = await planned(siobhan, { title: 'Vigil for peace', kind: 'vigil' })
    const invite = { eventId, partnerAgencyIds: [beacon.agencyId, unity.agencyId] }
    expect(done(await invitePartners(asking(siobhan), invite))).toEqual({ invited: 2 })
    expect(done(await invitePartners(asking(siobhan), invite))).toEqual({ invited: 0 })
    const waiting = async () => (await readInvitations(asking(lorraine))).map(({ title }) => title)
    expect(await waiting()).toContain('Vigil for peace')
    done(
      await answerInvitation(asking(bea), { eventId, answer: 'accepted', note: 'Two of us come', nobodyNamed: false }),
    )
    expect(await waiting()).not.toContain('Vigil for peace')
    const { event } = await seen(marcus, eventId)
    expect(event.partners).toMatchObject([
      {
        name: 'Beacon Victim Care',
        state: 'accepted',
        answeredByName: bea.name,
        note: 'Two of us come',
      },
      { name: 'Unity Steps', state: 'invited', answeredAt: null },
    ])
  })

  it('mails the partner’s duty address and manager the day of it, and no word that somebody typed', async () => {
    const { post, sink } = await openPost()
    const eventId = await planned(siobhan, { heldOn: toDay('2026-12-08'), title: 'Typed by somebody' })
    done(await invitePartners(asking(siobhan), { eventId, partnerAgencyIds: [beacon.agencyId] }))
    await tellEverything(world, post)
    const mails = sink.mails.filter(({ raw }) => raw.includes(eventId))
    expect(mails.flatMap(({ to }) => to).sort()).toEqual([expect.stringMatching(/^duty-/), lorraine.email].sort())
    for (const { raw } of mails) {
      expect(raw.replace(/\r\n /g, ' ')).toContain('Awareness work on Tuesday 8 December 2026: your agency is invited')
      expect(raw).toContain(`/awareness/${eventId}`)
      expect(raw).not.toContain('Typed by somebody')
    }
  })

  it('offers the agencies that have not been asked, and refuses one’s own and none at all', async () => {
    const eventId = await planned()
    done(await invitePartners(asking(siobhan), { eventId, partnerAgencyIds: [beacon.agencyId] }))
    const { event } = await seen(siobhan, eventId)
    expect((await listInvitable(asking(siobhan), event)).map(({ name }) => name)).toEqual(['Unity Steps'])
    for (const agencyId of [council.agencyId, randomUUID()])
      expect(await invitePartners(asking(siobhan), { eventId, partnerAgencyIds: [agencyId] })).toEqual({
        ok: false,
        refusal: { kind: 'no-such-agency' },
      })
    expect(await invitePartners(asking(elsewhere), { eventId, partnerAgencyIds: [beacon.agencyId] })).toEqual(NOT_FOUND)
  })

  it('lets nobody answer for an agency that was not asked, nor after the event was cancelled', async () => {
    const eventId = await planned()
    const answer = { eventId, answer: 'accepted', note: '', nobodyNamed: false } as const
    expect(await answerInvitation(asking(bea), answer)).toEqual(NOT_FOUND)
    done(await invitePartners(asking(siobhan), { eventId, partnerAgencyIds: [beacon.agencyId] }))
    done(await answerInvitation(asking(bea), answer))
    done(await answerInvitation(asking(lorraine), { ...answer, answer: 'declined' }))
    done(await cancelEvent(asking(siobhan), { eventId }))
    expect(await answerInvitation(asking(bea), answer)).toMatchObject({ refusal: { kind: 'not-possible' } })
  })
})

describe('holding awareness work (G13: held with attendance)', () => {
  const went = { attendance: 85, materials: '80 leaflets', followUp: 'Come again in spring', nobodyNamed: false }

  it('waits for its day, and can be corrected', async () => {
    const eventId = await planned(siobhan, { heldOn: toDay('2026-11-24') })
    expect(await holdEvent(asking(siobhan), { ...went, eventId })).toEqual({
      ok: false,
      refusal: { kind: 'not-yet', heldOn: '2026-11-24' },
    })
    const dayOf = new Date('2026-11-24T18:00:00Z')
    done(await holdEvent(asking(siobhan, dayOf), { ...went, eventId }))
    done(await holdEvent(asking(marcus, dayOf), { ...went, attendance: 90, eventId }))
    expect((await seen(bea, eventId)).event).toMatchObject({ state: 'held', attendance: 90, moves: [] })
    expect(await holdEvent(asking(elsewhere, dayOf), { ...went, eventId })).toEqual(NOT_FOUND)
  })
})

describe('cancelling', () => {
  it('tells the partners who had not said no', async () => {
    const eventId = await planned()
    const partnerAgencyIds = [beacon.agencyId, unity.agencyId]
    done(await invitePartners(asking(siobhan), { eventId, partnerAgencyIds }))
    done(await answerInvitation(asking(elsewhere), { eventId, answer: 'declined', note: '', nobodyNamed: false }))
    done(await cancelEvent(asking(siobhan), { eventId }))
    const [event] = await world.admin`select data->'partnerAgencyIds' as told from case_event
      where kind = 'awareness-cancelled' and data->>'eventId' = ${eventId}`
    expect(event?.told).toEqual([beacon.agencyId])
    expect(await cancelEvent(asking(siobhan), { eventId })).toMatchObject({ refusal: { state: 'cancelled' } })
  })
})

describe('the list', () => {
  it('shows 25 a page, by state, ward and whose it is, and says how many there are', async () => {
    for (let count = 0; count < 30; count += 1)
      await planned(elsewhere, { ward: 'Speke', heldOn: toDay('2027-01-11'), title: `Session ${count}` })
    const list = (search: string) => listEvents(asking(lorraine), EVENTS.read(new URLSearchParams(search)))
    const [first, second] = [await list('ward=Speke'), await list('ward=Speke&page=2')]
    expect([first.rows.length, second.rows.length]).toEqual([25, 5])
    expect(first).toMatchObject({ total: 30, page: 1, mayPlan: false })
    expect((await list('ward=Speke&ours=yes')).total).toBe(0)
    expect((await list('ours=yes')).rows.every(({ agencyName }) => agencyName === council.name)).toBe(true)
    expect((await list('state=held')).rows).toContainEqual(expect.objectContaining({ attendance: 90, state: 'held' }))
    expect((await list('state=cancelled')).rows.every(({ state }) => state === 'cancelled')).toBe(true)
  })
})
