import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishedRelease } from '../../../tests/support/hotspots/ledger-rows.ts'
import { releaseBody } from '../../../tests/support/hotspots/release-bodies.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { layerOfAreas } from '../../domain/hotspots/map/map-layer.ts'
import { whatChanged } from '../../domain/hotspots/map/what-changed.ts'
import { cellOfWard } from '../../domain/hotspots/places/ward-centre.ts'
import type { ReleaseBody } from '../../domain/hotspots/release/release-body.ts'
import { toDay } from '../../domain/time/calendar-day.ts'
import { readToday } from '../today/read-today.server.ts'
import { readArea } from './effect/read-area.server.ts'
import { readBeforeAndAfter } from './effect/read-before-and-after.server.ts'
import { holdEvent } from './hold-event.server.ts'
import { invitePartners } from './invitations/invite-partners.server.ts'
import { planEvent } from './plan-event.server.ts'
import { planInput } from './plan-input.server.ts'
import { prefilledPlan } from './prefilled-plan.server.ts'
import { readAwarenessPart } from './read-awareness-part.server.ts'
import { readAwarenessToday } from './read-awareness-today.server.ts'
import { findEvent } from './read-event.server.ts'

const world = await openWorld()
const council = await world.agency()
const beacon = await world.agency({ name: 'Beacon Victim Care' })
const siobhan = await world.staff(council, 'cohesion_officer')
const marcus = await world.staff(council, 'coordinator')
const lorraine = await world.staff(beacon, 'manager')
const kensington = cellOfWard('Kensington & Fairfield')
const speke = cellOfWard('Speke')

async function planned(heldOn: string, ward = 'Speke') {
  const fields = { title: 'Stall', kind: 'stall', venue: 'Market', heldOn, ward }
  const made = await planEvent(asking(siobhan), planInput.parse(fields))
  if (!made.ok) throw new Error(made.refusal.kind)
  return made.value.eventId
}

async function quietWards() {
  return (await readAwarenessToday(asking(siobhan))).quiet.flatMap(({ wards }) => wards)
}

describe('before the first release', () => {
  it('says so, and asks how it went of what has come to its day', async () => {
    await planned('2026-11-20')
    await planned('2026-11-24')
    const today = await readAwarenessToday(asking(marcus))
    expect(today).toMatchObject({ newest: null, changes: [], emerging: [], quiet: [] })
    expect(today.toRecord.map(({ heldOn }) => heldOn)).toEqual(['2026-11-20'])
  })
})

describe('with releases', () => {
  beforeAll(async () => {
    const lattice = (first: number, second: number, giStar: number) => [
      { cell: kensington, incidents: first, giStar },
      { cell: speke, incidents: second, giStar: 0 },
    ]
    const areas = (first: number, second: number) => [
      { where: kensington, incidents: first },
      { where: speke, incidents: second },
    ]
    await publishedRelease(world, releaseBody('2026-Q1', { areas: areas(20, 50), lattice: lattice(20, 50, 1) }))
    const south = { where: cellOfWard('Church'), incidents: 10 }
    await publishedRelease(
      world,
      releaseBody('2026-Q3', { areas: [...areas(40, 20), south], lattice: lattice(40, 20, 3.1) }),
    )
  })

  it('says what changed by ten and by half, in sentences with the ward’s name', async () => {
    const { newest, previous, changes } = await readAwarenessToday(asking(marcus))
    expect([newest, previous]).toEqual(['July to September 2026', 'January to March 2026'])
    expect(changes.join(' ')).toMatch(
      /^.*Speke: about 20, down from about 50\. .+: about 40, up from about 20\. 1 area cannot be compared: .+$/,
    )
  })

  it('says of its emerging areas and hotspots what the map says of them, from as many releases', async () => {
    const rows = await world.admin<{ body: string }[]>`select body from hotspot_release order by opens_at`
    const releases = rows.map(({ body }) => JSON.parse(body) as ReleaseBody)
    const onMap = whatChanged(releases).map(({ text }) => text)
    const today = await readAwarenessToday(asking(marcus))
    expect(today.emerging.map(({ cell }) => cell)).toEqual(layerOfAreas(releases).emerging)
    for (const { text } of today.emerging) expect(onMap).toContain(text)
    expect(today.emerging.length).toBeGreaterThan(0)
    for (const { cell } of today.quiet) expect(layerOfAreas(releases).hot).toContain(cell)
  })

  it('names hotspots without awareness work for six months, until some is held there', async () => {
    expect(await quietWards()).toContain('Kensington & Fairfield')
    const eventId = await planned('2026-11-23', 'Kensington & Fairfield')
    await holdEvent(asking(siobhan), { eventId, attendance: 40, materials: '', followUp: '', nobodyNamed: false })
    expect(await quietWards()).not.toContain('Kensington & Fairfield')
  })

  it('lays what was published before and after beside a held event, for who may read releases alone', async () => {
    const eventId = await planned('2026-05-12', 'Kensington & Fairfield')
    await holdEvent(asking(siobhan), { eventId, attendance: 40, materials: '', followUp: '', nobodyNamed: false })
    const row = (await findEvent(asking(siobhan), eventId))?.row
    if (!row) throw new Error('It is gone.')
    expect(await readBeforeAndAfter(asking(siobhan), row)).toEqual({
      rows: [
        { when: 'Three months before', period: 'January to March 2026', told: 'about 20 incidents' },
        { when: 'Three months after', period: 'July to September 2026', told: 'about 40 incidents' },
      ],
      width: 'about 4.6 km²',
    })
    expect(await readBeforeAndAfter(asking(lorraine), row)).toBeNull()
    expect(await readBeforeAndAfter(asking(siobhan), { ...row, state: 'planned' })).toBeNull()
    const lately = await readBeforeAndAfter(asking(siobhan), { ...row, heldOn: toDay('2026-11-20') })
    expect(lately?.rows.map(({ told }) => told)).toEqual([
      'about 40 incidents',
      'not yet: a release can be made from Thursday 1 April 2027',
    ])
  })

  it('begins a plan from a hotspot with its wards, its published number and the work done there', async () => {
    const area = await readArea(siobhan.actor, kensington, null)
    expect(area.wards).toContain('Kensington & Fairfield')
    expect(area.wards.length).toBeGreaterThan(1)
    expect(area.published).toBe('about 40 incidents in July to September 2026')
    expect(area.earlier[0]).toMatchObject({ title: 'Stall', heldOn: expect.stringMatching(/2026$/) })
    const { values } = prefilledPlan(new URLSearchParams({ cell: kensington }), MONDAY_MORNING)
    expect(values).toMatchObject({ ward: '', cell: kensington })
    const walton = await readArea(siobhan.actor, cellOfWard('Walton'), null)
    expect(walton).toMatchObject({ published: 'No comparable number is published for this place', earlier: [] })
  })

  it('begins a plan with the ward that was chosen, not with the one nearest to the middle of the area', async () => {
    const address = new URLSearchParams({ cell: kensington, ward: 'Toxteth' })
    const { values, where, named } = prefilledPlan(address, MONDAY_MORNING)
    expect([values.ward, where]).toEqual(['Toxteth', 'From the map: Toxteth'])
    expect((await readArea(siobhan.actor, kensington, named)).name).toBeNull()
  })

  it('says which invitations are open, and which releases and rules wait for a second person', async () => {
    const eventId = await planned('2026-12-10')
    await invitePartners(asking(siobhan), { eventId, partnerAgencyIds: [beacon.agencyId] })
    const { staffId } = siobhan.actor
    await world.admin`insert into hotspot_draft (release_id, period, opens_at, closes_at, rule_version, state, asked_by,
        asked_by_name, asked_at, built_at, proposed_by, proposed_by_name, proposed_at)
      values (${randomUUID()}, '2026-Q2', '2026-03-31T23:00Z', '2026-06-30T23:00Z', 1, 'proposed', ${staffId}, 'Tomasz', now(), now(), ${staffId},
        'Tomasz', now())`
    const { unanswered, decisions } = await readAwarenessToday(asking(marcus))
    expect(unanswered).toMatchObject([{ eventId, agencyName: 'Beacon Victim Care', state: 'invited' }])
    const title = 'Decide on the map release of April to June 2026'
    expect(decisions).toMatchObject([{ title, why: 'Proposed by Tomasz. You can publish or refuse it.' }])
    const tomasz = await world.staff(council, 'administrator')
    const today = await readToday(asking(tomasz))
    expect(today.page === 'administrator' && today.decisions).toMatchObject([{ title }])
    await world.admin`update hotspot_draft set proposed_by = ${marcus.actor.staffId}`
    for (const person of [siobhan, marcus]) expect((await readAwarenessToday(asking(person))).decisions).toEqual([])
  })

  it('shows a manager only what their agency is asked, and nobody else anything', async () => {
    const part = await readAwarenessPart(asking(lorraine))
    expect(part).toMatchObject({ awareness: null, invitations: [{ title: 'Stall', heldOn: '2026-12-10' }] })
    const bea = await world.staff(beacon)
    expect(await readAwarenessPart(asking(bea))).toEqual({ awareness: null, invitations: [] })
    const later = new Date(MONDAY_MORNING.getTime() + 30 * 86_400_000)
    expect((await readAwarenessPart(asking(lorraine, later))).invitations).toEqual([])
  })
})
