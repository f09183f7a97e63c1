import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { type Actor, systemOf } from '../../app/domain/partnership/actor.ts'
import { askOverride } from '../../app/features/consents/ask-override.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { allowed, contactedCase } from '../support/cases.ts'
import { overrideInput } from '../support/casework/overrides.ts'
import { referralRow } from '../support/referral-rows.ts'
import { partners, recordedConsent, referableCase } from '../support/referrals.ts'
import { asking, openWorld } from '../support/world.ts'

const world = await openWorld()
const { admin } = world
const parties = await partners(world)
const { sender: from, recipient: to, worker, manager, recipientWorker } = parties
const colleague = await world.staff(from, 'manager', 'Ola Brandt')

const ACTORS = {
  worker: worker.actor,
  manager: manager.actor,
  colleague: colleague.actor,
  recipient: recipientWorker.actor,
  system: systemOf(from.agencyId),
  door: { ...worker.actor, role: 'sign_in' },
} as const satisfies Record<string, Actor>

type By = keyof typeof ACTORS

const NOW = "'2026-11-23T09:00:00Z'"
const LATER = "'2026-11-25T09:00:00Z'"

/** How many rows a statement changed, or that the database refused it as it refuses what the policy does not allow. */
async function changed(by: By, statement: string): Promise<number | 'refused'> {
  try {
    return (await asActor(ACTORS[by], (tx) => tx.execute(sql.raw(`${statement} returning 1`)))).length
  } catch (error) {
    const { cause } = error as Error
    if (cause instanceof postgres.PostgresError && cause.code === '42501') return 'refused'
    throw error
  }
}

const makeReferral = () => referralRow(world, { from, to, state: 'accepted', packaged: true })

async function makeStep(by: 'sender' | 'recipient'): Promise<string> {
  const [stepId, referralId] = [randomUUID(), await makeReferral()]
  await admin`insert into referral_step ${admin({
    step_id: stepId,
    referral_id: referralId,
    from_agency_id: from.agencyId,
    to_agency_id: to.agencyId,
    by_agency_id: by === 'sender' ? from.agencyId : to.agencyId,
    by_name: 'Somebody',
    shared: true,
    move: 'give_more',
    from_state: 'information_asked',
    to_state: 'received',
    message: 'Her sister will be there',
    moved_at: new Date(),
  })}`
  return stepId
}

async function makeInvitation(): Promise<string> {
  const { agencyId, staffId, role } = worker.actor
  const ids = { agency_id: agencyId, staff_id: staffId, invitation_id: randomUUID(), token_hash: randomUUID() }
  await admin`insert into invitation ${admin({ ...ids, role, expires_at: new Date() })}`
  return ids.invitation_id
}

async function makeRecoveryCode(): Promise<string> {
  const { agencyId, staffId } = worker.actor
  const row = { agency_id: agencyId, staff_id: staffId, code_hash: randomUUID() }
  await admin`insert into recovery_code ${admin(row)}`
  return row.code_hash
}

interface Once {
  table: string
  key: string
  make: () => Promise<string>
  by: By
  /** What the product does, once. */
  once: string
  /** What nobody does to it afterwards. */
  never: string[]
  why: string
}

const ONCE: Once[] = [
  {
    table: 'consent',
    key: 'consent_id',
    make: async () => (await recordedConsent(parties, (await referableCase(parties)).caseId)).consentId,
    by: 'worker',
    once: `withdrawn_at = ${NOW}, withdrawn_how = 'by phone', withdrawn_by = '${worker.actor.staffId}'`,
    never: [
      'withdrawn_at = null',
      `withdrawn_at = ${LATER}`,
      `withdrawn_how = 'in person'`,
      `withdrawn_by = '${manager.actor.staffId}'`,
    ],
    why: 'who took their consent back gives another one, or none',
  },
  {
    table: 'referral',
    key: 'referral_id',
    make: makeReferral,
    by: 'worker',
    once: `hidden_at = ${NOW}`,
    never: ['hidden_at = null', `hidden_at = ${LATER}`],
    why: 'what was hidden is not brought back',
  },
  {
    table: 'referral',
    key: 'referral_id',
    make: makeReferral,
    by: 'recipient',
    once: `received_at = ${NOW}, answered_at = ${NOW}`,
    never: ['received_at = null', `received_at = ${LATER}`, 'answered_at = null', `answered_at = ${LATER}`],
    why: 'how soon somebody answered is not written again',
  },
  {
    table: 'referral_package',
    key: 'referral_id',
    make: makeReferral,
    by: 'worker',
    once: `hidden_at = ${NOW}`,
    never: ['hidden_at = null', `hidden_at = ${LATER}`],
    why: 'what was hidden is not brought back',
  },
  {
    table: 'referral_step',
    key: 'step_id',
    make: () => makeStep('sender'),
    by: 'worker',
    once: 'shared = false',
    never: ['shared = true'],
    why: 'words that were hidden with the package are not brought back either',
  },
  {
    table: 'referral_step',
    key: 'step_id',
    make: () => makeStep('recipient'),
    by: 'recipient',
    once: `error_at = ${NOW}, error_reason = 'another client'`,
    never: ['error_at = null', `error_at = ${LATER}`, `error_reason = ''`],
    why: 'both agencies have read that it was an error',
  },
  {
    table: 'contact',
    key: 'contact_id',
    make: async () => (await contactedCase(worker)).contactId,
    by: 'worker',
    once: `error_at = ${NOW}, error_reason = 'wrong_case'`,
    never: ['error_at = null', `error_at = ${LATER}`, `error_reason = ''`],
    why: 'what keeps no standard does not keep one again',
  },
  {
    table: 'invitation',
    key: 'invitation_id',
    make: makeInvitation,
    by: 'door',
    once: `used_at = ${NOW}`,
    never: ['used_at = null', `used_at = ${LATER}`],
    why: 'a link works once',
  },
  {
    table: 'recovery_code',
    key: 'code_hash',
    make: makeRecoveryCode,
    by: 'door',
    once: `used_at = ${NOW}`,
    never: ['used_at = null', `used_at = ${LATER}`],
    why: 'a code works once',
  },
]

describe('what is written once', () => {
  test.each(ONCE)('$table: $once: $why', async ({ table, key, make, by, once, never }) => {
    const id = await make()
    const write = (set: string) => changed(by, `update ${table} set ${set} where ${key} = '${id}'`)
    expect([once, await write(once)]).toEqual([once, 1])
    for (const set of never) expect([set, await write(set)]).toEqual([set, 'refused'])
    expect(['the same again', await write(once)]).toEqual(['the same again', 1])
  })
})

const SERIOUSNESS: { by: By; was: boolean; set: string; answer: number | 'refused'; why: string }[] = [
  { by: 'worker', was: true, set: 'serious = false', answer: 'refused', why: 'a manager takes the mark back' },
  { by: 'manager', was: true, set: 'serious = false', answer: 1, why: 'a manager takes the mark back' },
  { by: 'system', was: true, set: 'serious = false', answer: 1, why: 'the portal itself may' },
  { by: 'worker', was: false, set: 'serious = true', answer: 1, why: 'anybody of the agency sets it' },
  { by: 'worker', was: true, set: "serious = true, summary = 'x'", answer: 1, why: 'anybody works on a serious case' },
  { by: 'worker', was: false, set: "serious = false, summary = 'x'", answer: 1, why: 'nothing is taken back' },
]

describe('the mark of a serious case', () => {
  test.each(SERIOUSNESS)('$set by the $by where it was $was: $why', async ({ by, was, set, answer }) => {
    const { caseId } = await referableCase(parties)
    await admin`update case_file set serious = ${was} where case_id = ${caseId}`
    expect(await changed(by, `update case_file set ${set} where case_id = '${caseId}'`)).toBe(answer)
  })
})

const AT = `decided_at = ${NOW}`
const BY_MANAGER = `decided_by = '${manager.actor.staffId}'`
const BY_COLLEAGUE = `decided_by = '${colleague.actor.staffId}'`
const USED = `used_at = ${NOW}, used_by_referral_id = gen_random_uuid()`

interface Step {
  was: 'asked' | 'asked by the manager' | 'authorised' | 'refused' | 'used'
  by: By
  set: string
  /** 0 where the row is none that the policy lets anybody change. */
  answer: number | 'refused'
  why: string
}

const STEPS: Step[] = [
  { was: 'asked', by: 'manager', set: `decision = 'authorised', ${BY_MANAGER}, ${AT}`, answer: 1, why: 'says yes' },
  { was: 'asked', by: 'manager', set: `decision = 'refused', ${BY_MANAGER}, ${AT}`, answer: 1, why: 'says no' },
  { was: 'authorised', by: 'worker', set: USED, answer: 1, why: 'whoever refers uses it' },
  { was: 'authorised', by: 'manager', set: USED, answer: 1, why: 'whoever refers uses it' },
  { was: 'authorised', by: 'system', set: USED, answer: 1, why: 'so may the portal itself' },
  {
    was: 'asked',
    by: 'manager',
    set: `decision = 'authorised', ${BY_COLLEAGUE}, ${USED}`,
    answer: 'refused',
    why: 'in another’s name, and used at once',
  },
  {
    was: 'asked',
    by: 'manager',
    set: `decision = 'authorised', ${BY_MANAGER}, ${AT}, ${USED}`,
    answer: 'refused',
    why: 'used at once',
  },
  {
    was: 'asked',
    by: 'manager',
    set: `decision = 'authorised', ${BY_COLLEAGUE}, ${AT}`,
    answer: 'refused',
    why: 'in another’s name',
  },
  {
    was: 'asked',
    by: 'manager',
    set: `decision = 'authorised', ${BY_MANAGER}`,
    answer: 'refused',
    why: 'nobody knows when',
  },
  { was: 'asked', by: 'manager', set: `${BY_MANAGER}, ${AT}`, answer: 'refused', why: 'decided without a decision' },
  {
    was: 'asked by the manager',
    by: 'manager',
    set: `decision = 'authorised', ${BY_MANAGER}, ${AT}`,
    answer: 0,
    why: 'another than who asked decides',
  },
  {
    was: 'asked',
    by: 'worker',
    set: `decision = 'authorised', decided_by = '${worker.actor.staffId}', ${AT}`,
    answer: 0,
    why: 'a manager decides',
  },
  { was: 'asked', by: 'manager', set: `necessity = 'None'`, answer: 'refused', why: 'what was asked stays as asked' },
  {
    was: 'asked',
    by: 'manager',
    set: `decision = 'authorised', ${BY_MANAGER}, ${AT}, categories = '{risk}'`,
    answer: 'refused',
    why: 'no more is authorised than was asked',
  },
  {
    was: 'authorised',
    by: 'colleague',
    set: `decision = 'refused', ${BY_COLLEAGUE}`,
    answer: 'refused',
    why: 'decided once',
  },
  { was: 'authorised', by: 'manager', set: `decision = 'refused'`, answer: 'refused', why: 'decided once' },
  { was: 'authorised', by: 'manager', set: `decision_note = 'Else'`, answer: 'refused', why: 'its reason stays' },
  {
    was: 'authorised',
    by: 'colleague',
    set: `${USED}, ${BY_COLLEAGUE}`,
    answer: 'refused',
    why: 'nothing else changes',
  },
  { was: 'authorised', by: 'worker', set: `used_at = ${NOW}`, answer: 'refused', why: 'used by a referral' },
  {
    was: 'authorised',
    by: 'manager',
    set: 'used_by_referral_id = gen_random_uuid()',
    answer: 'refused',
    why: 'used at an instant',
  },
  { was: 'refused', by: 'colleague', set: `decision = 'authorised', ${BY_COLLEAGUE}`, answer: 0, why: 'decided once' },
  { was: 'used', by: 'worker', set: 'used_at = null, used_by_referral_id = null', answer: 0, why: 'used once' },
  { was: 'used', by: 'manager', set: `decision = 'refused'`, answer: 0, why: 'used is over' },
]

const DECIDED = (decision: string): [By, string] => ['manager', `decision = '${decision}', ${BY_MANAGER}, ${AT}`]

const WAY_THERE: Record<Step['was'], [By, string][]> = {
  asked: [],
  'asked by the manager': [],
  authorised: [DECIDED('authorised')],
  refused: [DECIDED('refused')],
  used: [DECIDED('authorised'), ['worker', USED]],
}

async function makeOverride(was: Step['was']): Promise<string> {
  const { caseId } = await referableCase(parties)
  const asker = was === 'asked by the manager' ? manager : worker
  const { overrideId } = allowed(await askOverride(asking(asker), overrideInput(to.agencyId, caseId)))
  for (const [by, set] of WAY_THERE[was])
    await changed(by, `update consent_override set ${set} where override_id = '${overrideId}'`)
  return overrideId
}

describe('sharing without consent, one step after the other', () => {
  test.each(STEPS)('$was: $set by the $by: $why', async ({ was, by, set, answer }) => {
    const overrideId = await makeOverride(was)
    expect(await changed(by, `update consent_override set ${set} where override_id = '${overrideId}'`)).toBe(answer)
  })
})
