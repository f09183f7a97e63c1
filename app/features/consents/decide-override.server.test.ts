import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { consentOverride } from '../../../db/schema/consent.ts'
import { allowed, contactedCase } from '../../../tests/support/cases.ts'
import { partners, recordedConsent, referableCase } from '../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import { sayRefusal } from '../../forms/refusal-table.server.ts'
import { inviteStaff } from '../staff/invite-staff.server.ts'
import { type AskOverrideInput, askOverride } from './ask-override.server.ts'
import { decideOverride } from './decide-override.server.ts'
import { readContradictionHints } from './read-case-record.server.ts'
import { readOverride, readOverrides } from './read-overrides.server.ts'
import { CONSENT_REFUSALS } from './refusal-words.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, manager, recipient, recipientManager } = parties
const otherManager = await world.staff(parties.sender, 'manager', 'Olu Bright')
const { caseId } = await referableCase(parties)

const REQUEST: AskOverrideInput = {
  caseId,
  recipientAgencyId: recipient.agencyId,
  purpose: 'support',
  categories: ['safe_contact', 'risk'],
  withoutName: true,
  ground: 'risk_to_life',
  whyNoConsent: 'not_reached_in_time',
  necessity: 'Threat of arson tonight.',
  clientTold: 'no',
  notToldReason: 'The phone is off.',
}

async function askedBy(person: Person) {
  return allowed(await askOverride(asking(person), REQUEST)).overrideId
}

function decide(
  person: Person,
  overrideId: string,
  decision: 'authorised' | 'refused' = 'authorised',
  note = 'Weighed',
) {
  return decideOverride(asking(person), { overrideId, decision, note })
}

describe('askOverride', () => {
  it('is counted, and shares nothing', async () => {
    const before = (await readOverrides({ actor: manager.actor, now: MONDAY_MORNING })).counted
    await askedBy(worker)
    const after = (await readOverrides({ actor: manager.actor, now: MONDAY_MORNING })).counted
    expect(after.asked - before.asked).toBe(1)
    const [shared] = await world.admin`select count(*)::int as count from referral_package`
    expect(shared?.count).toBe(0)
  })

  it.each([
    { given: { necessity: ' ' }, kind: 'necessity-missing' },
    { given: { categories: [] }, kind: 'no-categories' },
    { given: { notToldReason: '' }, kind: 'why-client-not-told-missing' },
  ] as const)('is refused as $kind', async ({ given, kind }) => {
    const input = { ...REQUEST, ...given, categories: 'categories' in given ? [] : REQUEST.categories }
    expect(await askOverride(asking(worker), input)).toMatchObject({ ok: false, refusal: { kind } })
  })

  const full = { kind: 'victim_support', name: 'Full House', takesReferrals: false }
  const few = { kind: 'victim_support', name: 'Few Things', purposes: ['risk_meeting'] }
  const rows: { why: string; change?: Partial<AskOverrideInput>; to?: typeof full | typeof few; field?: string }[] = [
    { why: 'a purpose that their kind never serves', change: { purpose: 'repairs_security' } },
    { why: 'a purpose that they do not offer', to: few },
    { why: 'an agency that takes no referrals', to: full },
    { why: 'data without safe contact', change: { categories: ['risk'] }, field: 'categories' },
  ]
  it.each(rows)('is refused beside its field for $why, since it could never be sent', async (row) => {
    const { change, to, field = 'recipientAgencyId' } = row
    const { agencyId: recipientAgencyId } = to ? await world.agency(to) : recipient
    const answer = await askOverride(asking(worker), { ...REQUEST, recipientAgencyId, ...change })
    expect(answer.ok ? null : sayRefusal(CONSENT_REFUSALS, answer.refusal)).toMatchObject({
      status: 422,
      errors: [{ field }],
    })
  })
})

describe('decideOverride', () => {
  it('lets a manager who did not ask authorise it', async () => {
    const overrideId = await askedBy(worker)
    allowed(await decide(manager, overrideId))
    const decided = await readOverride({ actor: worker.actor, now: MONDAY_MORNING }, overrideId)
    expect(decided).toMatchObject({ decision: 'authorised', decidedByName: 'Ada Lovell', mayDecide: false })
  })

  it('refuses the manager who asked, in words and by row-level security', async () => {
    const overrideId = await askedBy(manager)
    expect(await decide(manager, overrideId)).toMatchObject({ ok: false, refusal: { kind: 'own-request' } })
    const written = await asActor(manager.actor, (tx) =>
      tx
        .update(consentOverride)
        .set({ decision: 'authorised', decidedBy: manager.actor.staffId, decidedAt: MONDAY_MORNING })
        .where(and(eq(consentOverride.agencyId, manager.actor.agencyId), eq(consentOverride.overrideId, overrideId)))
        .returning({ overrideId: consentOverride.overrideId }),
    )
    expect(written).toEqual([])
  })

  it('refuses a manager what their second account asks for, in words and in the database', async () => {
    const added = {
      agencyId: manager.actor.agencyId,
      name: 'Ada L',
      email: 'ada.l@example.org',
      jobTitle: '',
      phone: '',
    }
    const { staffId } = allowed(await inviteStaff(asking(manager, new Date()), { ...added, role: 'case_worker' }))
    const second: Person = { ...worker, actor: { ...worker.actor, staffId } }
    const overrideId = await askedBy(second)
    expect(await readOverride({ actor: manager.actor, now: MONDAY_MORNING }, overrideId)).toMatchObject({
      mayDecide: false,
      deciders: ['Olu Bright'],
    })
    expect(await decide(manager, overrideId)).toMatchObject({ ok: false, refusal: { kind: 'same-person' } })
    const written = asActor(manager.actor, (tx) =>
      tx
        .update(consentOverride)
        .set({ decision: 'authorised', decidedBy: manager.actor.staffId, decidedAt: MONDAY_MORNING })
        .where(eq(consentOverride.overrideId, overrideId)),
    )
    await expect(written).rejects.toMatchObject({ cause: { code: '42501' } })
    allowed(await decide(otherManager, overrideId))
  })

  it('refuses a case worker', async () => {
    expect(await decide(worker, await askedBy(manager))).toMatchObject({
      ok: false,
      refusal: { kind: 'not-a-manager' },
    })
  })

  it('hides the request from a manager of another agency', async () => {
    await expect(decide(recipientManager, await askedBy(worker))).rejects.toMatchObject({ status: 404 })
  })

  it('asks for a reason when it is refused', async () => {
    const answer = await decide(manager, await askedBy(worker), 'refused', '')
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'reason-missing' } })
  })

  it('is decided by exactly one of two managers at once', async () => {
    const overrideId = await askedBy(worker)
    const answers = await Promise.all([decide(manager, overrideId), decide(otherManager, overrideId, 'refused', 'No')])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const loser = answers.find((answer) => !answer.ok)
    expect(loser).toMatchObject({ ok: false, refusal: { kind: 'already-decided' } })
  })
})

describe('the page on which it is decided', () => {
  it('shows the account, the contacts, the earlier answers and a contradiction to both people', async () => {
    const { caseId: contacted } = await contactedCase(worker)
    await recordedConsent(parties, contacted, { decision: 'not_now', limits: 'Let me think about it' })
    const asked = allowed(await askOverride(asking(worker), { ...REQUEST, caseId: contacted }))
    for (const person of [worker, manager]) {
      const { record, contradictions } = await readOverride(
        { actor: person.actor, now: MONDAY_MORNING },
        asked.overrideId,
      )
      expect(record.accounts).toEqual(['They shouted at me again outside the shop.'])
      expect(record.contacts).toHaveLength(1)
      expect(record.answers[0]?.words).toContain('about Beacon Victim Care: Not now. Let me think about it')
      expect(contradictions).toEqual([expect.stringContaining('reached the client today at 09:00')])
    }
    const hints = await readContradictionHints(
      { actor: worker.actor, now: MONDAY_MORNING },
      contacted,
      recipient.agencyId,
    )
    expect(hints.not_reached_in_time).toContain('reached the client')
    expect(hints.lacks_capacity).toContain('answered about sharing')
  })
})
