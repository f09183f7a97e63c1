import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { publishedRelease } from '../../../../tests/support/hotspots/ledger-rows.ts'
import { releaseBody } from '../../../../tests/support/hotspots/release-bodies.ts'
import { asWorker, countIncidents, publishRelease } from '../../../../tests/support/hotspots/releases.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { syntheticQuarter } from '../../../demo/synthetic-incidents.ts'
import type { AttackReport } from '../../../domain/hotspots/attack/attack-report.ts'
import { isSafeToPropose } from '../../../domain/hotspots/release/audit-release.ts'
import { findPeriod } from '../../../domain/hotspots/release/period.ts'
import { askRelease } from './ask-release.server.ts'
import { buildAskedReleases } from './build-asked-releases.server.ts'
import { decideRelease } from './decide-release.server.ts'
import { proposeRelease } from './propose-release.server.ts'
import { findReleasePage } from './read-release-page.server.ts'
import { findReleasePreview } from './read-release-preview.server.ts'

const world = await openWorld()
const agencies = await Promise.all([1, 2, 3, 4, 5].map(() => world.agency()))
const [home] = agencies
if (!home) throw new Error('No agency.')
const coordinator = await world.staff(home, 'coordinator')
const approver = await world.staff(home, 'administrator')
const worker = await world.staff(home, 'case_worker')
const cohesion = await world.staff(home, 'cohesion_officer')
const agencyIds = agencies.map(({ agencyId }) => agencyId)
const quarter = (number: number, incidents = 900) =>
  syntheticQuarter({ quarter: number, quarters: 8, incidents, agencies: 5 })

const draftOf = async (releaseId: string) => {
  const [row] = await world.admin`select * from hotspot_draft where release_id = ${releaseId}`
  return row
}
const otherReleases = (row: Record<string, unknown> | undefined) =>
  (row?.attack_report as AttackReport | undefined)?.attempts.find(({ name }) => name === 'other releases')
const build = () => asWorker(world, buildAskedReleases)
const decision = { decision: 'approve', note: '' } as const

describe('G12: a release', () => {
  it('is attacked again with all that is published when it is published itself, however early it was built', async () => {
    // Before the first is published: what is imported of a published time counts later.
    await countIncidents(coordinator, agencyIds, { period: '2024-Q4', incidents: quarter(4) })
    const early = ['2025-Q3', '2025-Q4']
    for (const [at, period] of early.entries())
      await countIncidents(coordinator, agencyIds, { period, incidents: quarter(at + 2) })
    const ids: string[] = []
    for (const period of early) ids.push(allowed(await askRelease(asking(coordinator), { period })).releaseId)
    await build()
    for (const releaseId of ids) allowed(await proposeRelease(asking(coordinator), { releaseId }))
    const [first = '', second = ''] = ids
    allowed(await decideRelease(asking(approver), { releaseId: first, ...decision }))
    allowed(await decideRelease(asking(approver), { releaseId: second, ...decision }))
    const [built] = await world.admin`select attack_report from hotspot_draft where release_id = ${second}`
    const [published] = await world.admin`select attack_report from hotspot_release where release_id = ${second}`
    expect([otherReleases(built)?.tried, otherReleases(published)?.tried]).toEqual([0, 1])
  })

  it('that an earlier release would attack is refused in words and by the database', async () => {
    const { releaseId } = allowed(await askRelease(asking(coordinator), { period: '2024-Q4' }))
    await build()
    allowed(await proposeRelease(asking(coordinator), { releaseId }))
    const half = findPeriod('2024-H2')
    const body = {
      ...releaseBody('2024-Q1'),
      opensAt: half?.opensAt.toISOString() ?? '',
      closesAt: half?.closesAt.toISOString() ?? '',
    }
    await world.admin`alter table hotspot_release disable trigger keep_release`
    const stray = await publishedRelease(world, {
      ...body,
      opensAt: '2024-01-01T00:00:00.000Z',
      closesAt: '2024-04-01T00:00:00.000Z',
    })
    await world.admin`update hotspot_release set body = ${JSON.stringify(body)} where release_id = ${stray.releaseId}`
    expect(await decideRelease(asking(approver), { releaseId, ...decision })).toMatchObject({
      refusal: { kind: 'attack-succeeded' },
    })
    const written = asActor(approver.actor, (tx) => tx.execute(sql`select app.publish_release(${releaseId}, 'T')`))
    await expect(written).rejects.toMatchObject({ cause: { code: '23514' } })
    await world.admin`delete from hotspot_release where release_id = ${stray.releaseId}`
    await world.admin`alter table hotspot_release enable trigger keep_release`
    allowed(await decideRelease(asking(approver), { releaseId, decision: 'refuse', note: 'It was attacked.' }))
  })

  it('is asked for, built and attacked by the worker, proposed by one person and published once by another', async () => {
    await countIncidents(coordinator, agencyIds, { period: '2026-Q1', incidents: quarter(0) })
    const { releaseId } = allowed(await askRelease(asking(coordinator), { period: '2026-Q1' }))
    expect(await build()).toEqual({ built: [releaseId] })
    const built = await draftOf(releaseId)
    expect(isSafeToPropose(built?.attack_report)).toBe(true)
    expect(built?.summary.atSevenOrFiner).toBeGreaterThanOrEqual(60)
    expect(Math.abs(built?.summary.incidents - 900)).toBeLessThan(60)

    expect(await decideRelease(asking(approver), { releaseId, ...decision })).toMatchObject({
      refusal: { kind: 'not-proposed' },
    })
    allowed(await proposeRelease(asking(coordinator), { releaseId }))
    expect(await decideRelease(asking(coordinator), { releaseId, ...decision })).toMatchObject({
      refusal: { kind: 'own-proposal' },
    })
    const pageFor = (person: typeof approver) => findReleasePage(person.actor, releaseId)
    expect(await pageFor(coordinator)).toMatchObject({ mayDecide: false, isOwn: true })
    expect(await pageFor(approver)).toMatchObject({ mayDecide: true })
    const preview = await findReleasePreview(approver.actor, releaseId)
    expect(preview?.shown?.rows.length).toBeGreaterThan(10)
    expect(preview?.shown?.picture).toMatch(/^data:image\/svg\+xml;base64,/)
    for (const other of [coordinator, cohesion, worker])
      expect(await findReleasePreview(other.actor, releaseId)).toBeNull()
    const second = await world.staff(home, 'administrator')
    await world.admin`update staff set email = ${coordinator.email.replace('@', '+2@')} where staff_id = ${second.actor.staffId}`
    expect(await decideRelease(asking(second), { releaseId, ...decision })).toMatchObject({
      refusal: { kind: 'same-person' },
    })
    expect(await pageFor(second)).toMatchObject({ mayDecide: false, isSamePerson: true })
    expect(await findReleasePreview(second.actor, releaseId)).toBeNull()
    const written = asActor(second.actor, (tx) => tx.execute(sql`select app.publish_release(${releaseId}, 'S')`))
    await expect(written).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(allowed(await decideRelease(asking(approver), { releaseId, ...decision }))).toEqual({ number: 3 })
    expect(await askRelease(asking(coordinator), { period: '2026-H1' })).toMatchObject({
      refusal: { kind: 'published' },
    })
    await expect(world.admin`update hotspot_release set period = 'x'`).rejects.toThrow('written once')
    await expect(world.admin`delete from hotspot_release`).rejects.toThrow('written once')
  })

  it('holds the hash of the one before it, so that none can be changed or left out unseen', async () => {
    await countIncidents(coordinator, agencyIds, { period: '2026-Q2', incidents: quarter(1) })
    await publishRelease(world, { coordinator, approver }, '2026-Q2')
    const [second, first] = await world.admin`
      select sha256, previous_sha256, encode(sha256(convert_to(body, 'UTF8')), 'hex') as own from hotspot_release
      order by number desc limit 2`
    expect(first?.own).toBe(first?.sha256)
    expect(second?.previous_sha256).toBe(first?.sha256)
  })

  it('stays as it is when a late incident comes or a client wishes to be counted no more', async () => {
    const before = await world.admin`select body from hotspot_release order by number`
    await countIncidents(coordinator, agencyIds, {
      period: '2026-Q2',
      incidents: quarter(1).map((one) => ({ ...one, reference: `late ${one.reference}` })),
    })
    const late = await world.admin`select 1 from counted_incident where recorded_at >= '2026-06-30T23:00Z'`
    expect(late.length).toBe(900)
    expect(await world.admin`select body from hotspot_release order by number`).toEqual(before)
  })

  it('is under way once, however many ask for it at the same moment', async () => {
    const answers = await Promise.all(
      [coordinator, approver, coordinator].map((person) => askRelease(asking(person), { period: '2024-Q3' })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it.each([
    {
      why: 'a window of one’s own',
      period: '2025-Q2',
      opens: '2025-05-01T00:00Z',
      closes: '2025-05-02T00:00Z',
      rule: 1,
    },
    {
      why: 'rules that nobody put in force',
      period: '2024-Q2',
      opens: '2024-03-31T23:00Z',
      closes: '2024-06-30T23:00Z',
      rule: 77,
    },
    {
      why: 'a period that is published',
      period: '2026-Q1',
      opens: '2026-01-01T00:00Z',
      closes: '2026-03-31T23:00Z',
      rule: 1,
    },
  ])('is not drafted by SQL either, of $why', async ({ period, opens, closes, rule }) => {
    const { actor } = coordinator
    await world.admin`insert into release_rule (version, rules, reason, state, proposed_by, proposed_by_name, proposed_at)
      values (77, '{"incidents":1}', '', 'proposed', ${actor.staffId}, 'M', now()) on conflict do nothing`
    const drafted = asActor(actor, (tx) =>
      tx.execute(sql`insert into hotspot_draft (release_id, period, opens_at, closes_at, rule_version, state, asked_by,
        asked_by_name, asked_at) values (${randomUUID()}, ${period}, ${opens}, ${closes}, ${rule}, 'asked',
        ${actor.staffId}, 'M', now())`),
    )
    await expect(drafted).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it.each([
    { why: 'there is no such quarter', period: '2026-Q5', kind: 'unknown-period' },
    { why: 'the quarter still runs', period: '2026-Q4', kind: 'not-over' },
    { why: 'it is published', period: '2026-Q1', kind: 'published' },
  ])('is not built when $why', async ({ period, kind }) => {
    expect(await askRelease(asking(coordinator), { period })).toMatchObject({ refusal: { kind } })
  })

  it('is asked for and decided by nobody who works with cases or reads the map alone', async () => {
    for (const person of [worker, cohesion])
      expect(await askRelease(asking(person), { period: '2025-Q4' })).toMatchObject({
        refusal: { kind: 'not-allowed' },
      })
  })

  it('in which an attack found something is not published, whoever agrees', async () => {
    await countIncidents(coordinator, agencyIds, { period: '2026-Q3', incidents: quarter(6) })
    const { releaseId } = allowed(await askRelease(asking(coordinator), { period: '2026-Q3' }))
    await build()
    await world.admin`alter table hotspot_draft disable trigger keep_draft`
    await world.admin`update hotspot_draft set attack_report = jsonb_set(attack_report, '{attempts,0,found}', '1')
      where release_id = ${releaseId}`
    await world.admin`alter table hotspot_draft enable trigger keep_draft`
    const proposed = await proposeRelease(asking(coordinator), { releaseId })
    expect(proposed).toMatchObject({ refusal: { kind: 'attack-succeeded' } })
    await world.admin`update hotspot_draft set state = 'proposed', proposed_by = ${coordinator.actor.staffId},
      proposed_by_name = 'M', proposed_at = now() where release_id = ${releaseId}`
    expect(await decideRelease(asking(approver), { releaseId, ...decision })).toMatchObject({
      refusal: { kind: 'attack-succeeded' },
    })
    const published = asActor(approver.actor, (tx) => tx.execute(sql`select app.publish_release(${releaseId}, 'T')`))
    await expect(published).rejects.toMatchObject({ cause: { code: '23514' } })
    allowed(await decideRelease(asking(approver), { releaseId, decision: 'refuse', note: 'It was attacked.' }))
  })

  it('says that there are too few, instead of publishing fewer than the rules allow', async () => {
    await countIncidents(coordinator, agencyIds, { period: '2025-Q1', incidents: quarter(5, 9) })
    const { releaseId } = allowed(await askRelease(asking(coordinator), { period: '2025-Q1' }))
    await build()
    expect((await draftOf(releaseId))?.state).toBe('too_few')
    expect(await proposeRelease(asking(coordinator), { releaseId })).toMatchObject({ refusal: { kind: 'not-built' } })
  })

  it('that was refused is gone, and the period can be asked for again', async () => {
    await countIncidents(coordinator, agencyIds, { period: '2026-Q3', incidents: quarter(3) })
    const { releaseId } = allowed(await askRelease(asking(coordinator), { period: '2026-Q3' }))
    expect(await askRelease(asking(coordinator), { period: '2026-Q3' })).toMatchObject({
      refusal: { kind: 'under-way' },
    })
    await build()
    allowed(await proposeRelease(asking(coordinator), { releaseId }))
    allowed(await decideRelease(asking(approver), { releaseId, decision: 'refuse', note: 'An import is missing.' }))
    const again = allowed(await askRelease(asking(coordinator), { period: '2026-Q3' }))
    await countIncidents(coordinator, agencyIds, { period: '2026-Q3', incidents: quarter(7) })
    await build()
    allowed(await proposeRelease(asking(coordinator), again))
    // Two versions side by side would reveal a client who was added between them.
    expect(await findReleasePreview(approver.actor, again.releaseId)).toMatchObject({ shown: null })
  })
})
