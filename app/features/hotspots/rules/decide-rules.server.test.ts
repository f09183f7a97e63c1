import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { releaseRule } from '../../../../db/schema/hotspot.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { publishedRelease } from '../../../../tests/support/hotspots/ledger-rows.ts'
import { releaseBody } from '../../../../tests/support/hotspots/release-bodies.ts'
import { asWorker, countIncidents } from '../../../../tests/support/hotspots/releases.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { syntheticQuarter } from '../../../demo/synthetic-incidents.ts'
import { FIRST_RULES } from '../../../domain/hotspots/release/release-rules.ts'
import { inviteStaff } from '../../staff/invite-staff.server.ts'
import { getRulesInForce } from '../releases/release-rules.server.ts'
import { decideRules } from './decide-rules.server.ts'
import { proposeRules } from './propose-rules.server.ts'
import { readRulesPage } from './read-rules-page.server.ts'
import { tryProposedRules } from './try-proposed-rules.server.ts'

const world = await openWorld()
const home = await world.agency()
const coordinator = await world.staff(home, 'coordinator')
const administrator = await world.staff(home, 'administrator')
const stricter = { ...FIRST_RULES, incidents: 20, reason: 'The city is quieter now.' }

const inForce = () => asActor(coordinator.actor, getRulesInForce)

describe('the rules of releases', () => {
  it('are those of the portal until two people agree to others', async () => {
    expect(await inForce()).toEqual({ version: 1, rules: FIRST_RULES })
    const { version } = allowed(await proposeRules(asking(coordinator), stricter))
    expect(await inForce()).toMatchObject({ version: 1 })
    expect(await decideRules(asking(coordinator), { version, decision: 'in_force' })).toMatchObject({
      refusal: { kind: 'own-proposal' },
    })
    allowed(await decideRules(asking(administrator), { version, decision: 'in_force' }))
    expect(await inForce()).toMatchObject({ version: 2, rules: { incidents: 20 } })
  })

  it('are not put in force by a second account of whoever proposed them, in words and by the database', async () => {
    const now = { ...asking(administrator), now: new Date() }
    const input = {
      agencyId: home.agencyId,
      name: 'Second account',
      email: 'second@example.org',
      jobTitle: '',
      phone: '',
    }
    const { staffId } = allowed(await inviteStaff(now, { ...input, role: 'administrator' }))
    const second = { ...administrator, actor: { ...administrator.actor, staffId } }
    const { version } = allowed(await proposeRules(asking(administrator), { ...stricter, incidents: 25 }))
    expect(await decideRules(asking(second), { version, decision: 'in_force' })).toMatchObject({
      refusal: { kind: 'same-person' },
    })
    const written = asActor(second.actor, (tx) =>
      tx
        .update(releaseRule)
        .set({ state: 'in_force', decidedBy: staffId, decidedByName: 'S', decidedAt: new Date() })
        .where(eq(releaseRule.version, version)),
    )
    await expect(written).rejects.toMatchObject({ cause: { code: '42501' } })
    allowed(await decideRules(asking(coordinator), { version, decision: 'refused' }))
  })

  it('are shown to the second person with their effect on the newest release, which the worker works out', async () => {
    const period = '2026-Q3'
    const incidents = syntheticQuarter({ quarter: 0, quarters: 8, incidents: 900, agencies: 5 })
    const agencies = await Promise.all([1, 2, 3, 4, 5].map(() => world.agency()))
    const agencyIds = agencies.map(({ agencyId }) => agencyId)
    await countIncidents(coordinator, agencyIds, { period, incidents })
    await publishedRelease(world, releaseBody(period))
    const { version } = allowed(await proposeRules(asking(coordinator), { ...stricter, incidents: 60 }))
    expect((await readRulesPage(administrator.actor)).open).toMatchObject({ mayDecide: true, effect: null })
    await asWorker(world, tryProposedRules)
    const { open } = await readRulesPage(administrator.actor)
    expect(open?.effect).toMatchObject({ period, now: { areas: expect.any(Number) } })
    expect(open?.effect?.proposed?.areas).toBeLessThan(open?.effect?.now?.areas ?? 0)
    expect((await readRulesPage(coordinator.actor)).open).toMatchObject({ mayDecide: false, isOwn: true })
    const written = asActor(administrator.actor, (tx) =>
      tx.update(releaseRule).set({ effect: null }).where(eq(releaseRule.version, version)),
    )
    await expect(written).rejects.toMatchObject({ cause: { code: '42501' } })
    allowed(await decideRules(asking(administrator), { version, decision: 'refused' }))
  })

  it('wait one at a time, and are decided once', async () => {
    const { version } = allowed(await proposeRules(asking(administrator), { ...stricter, incidents: 30 }))
    expect(await proposeRules(asking(coordinator), { ...stricter, incidents: 40 })).toMatchObject({
      refusal: { kind: 'proposed-already' },
    })
    allowed(await decideRules(asking(coordinator), { version, decision: 'refused' }))
    expect(await decideRules(asking(coordinator), { version, decision: 'in_force' })).toMatchObject({
      refusal: { kind: 'not-open' },
    })
    expect(await inForce()).toMatchObject({ version: 2 })
  })

  it('are proposed once when two people propose at the same moment', async () => {
    const answers = await Promise.all(
      [coordinator, administrator].map((person) => proposeRules(asking(person), { ...stricter, incidents: 50 })),
    )
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    const [open] = await world.admin`select version, proposed_by from release_rule where state = 'proposed'`
    const other = open?.proposed_by === coordinator.actor.staffId ? administrator : coordinator
    allowed(await decideRules(asking(other), { version: Number(open?.version), decision: 'refused' }))
  })

  it.each([
    { why: 'fewer incidents than the portal allows', change: { incidents: 9 }, kind: 'looser-than-allowed' },
    { why: 'finer hexagons', change: { finest: 9 }, kind: 'looser-than-allowed' },
    { why: 'a client with more than half', change: { greatestShare: 0.6 }, kind: 'looser-than-allowed' },
    { why: 'nothing new', change: { incidents: 20 }, kind: 'unchanged' },
  ])('are never $why', async ({ change, kind }) => {
    expect(await proposeRules(asking(coordinator), { ...stricter, ...change })).toMatchObject({ refusal: { kind } })
  })
})
