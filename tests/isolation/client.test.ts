import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { type ClientActor, NOBODY } from '../../app/domain/partnership/actor.ts'
import { enterInError } from '../../app/features/referrals/sent/enter-in-error.server.ts'
import { withdrawConsent } from '../../app/features/referrals/sent/withdraw-consent.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { allowed, contactedCase } from '../support/cases.ts'
import { referralByOverride } from '../support/casework/overrides.ts'
import { acceptedReferral, decidedReferral, partners, sentReferral } from '../support/referrals.ts'
import { asking, openWorld } from '../support/world.ts'

const world = await openWorld()
const parties = await partners(world)
const { sender, recipient, worker } = parties
const application = postgres(world.database.appUrl, { max: 1, onnotice: () => {} })
afterAll(() => application.end())

async function helper() {
  const agency = await world.agency({ kind: 'victim_support', investigates: false })
  await world.staff(agency)
  return agency
}

const report = { clientName: 'Anca Popa', safeToText: 'no' as const }

const { caseId, reference } = await contactedCase(worker, { report })
const accepted = await acceptedReferral(parties, { caseId })
const second = await helper()
const stopped = await sentReferral(parties, { caseId, recipient: second })
allowed(await withdrawConsent(asking(worker), { caseId, consentId: stopped.consentId, how: 'By phone' }))
// What she may not learn here: sent without her consent, only planned, and sent by mistake.
await referralByOverride({ ...parties, recipient: await helper() }, { caseId })
await decidedReferral({ ...parties, recipient: await helper() }, { caseId })
const mistaken = await sentReferral(parties, { caseId, recipient: await helper() })
const asMistake = { referralId: mistaken.referralId, seenVersion: 2, reason: 'wrong_client' } as const
allowed(await enterInError(asking(worker), asMistake))

const neighbour = await acceptedReferral(parties, { report: { ...report, clientName: 'Florin Popa' } })
const anca = await clientOf(caseId)
const florin = await clientOf(neighbour.caseId)

async function clientOf(id: string): Promise<ClientActor> {
  const [row] = await world.admin<{ agencyId: string; clientId: string }[]>`
    select agency_id as "agencyId", client_id as "clientId" from case_file where case_id = ${id}`
  if (!row) throw new Error(`There is no case ${id}.`)
  return { ...row, role: 'client' }
}

const OWN = ['client', 'app.own_cases()', 'app.own_consents()', 'app.own_referrals()']

function readAs(actor: ClientActor, from: string) {
  return asActor(actor, async (tx) => [
    ...(await tx.execute<Record<string, unknown>>(sql.raw(`select * from ${from}`))),
  ])
}

async function readAllAs(actor: ClientActor) {
  return (await Promise.all(OWN.map((from) => readAs(actor, from)))).flat()
}

describe('a client of one agency', () => {
  test('reads their own row and the reference of their case', async () => {
    expect(await readAs(anca, 'client')).toMatchObject([{ client_id: anca.clientId, name: 'Anca Popa' }])
    expect(await readAs(anca, 'app.own_cases()')).toEqual([{ caseId, reference, agencyName: sender.name }])
  })

  test('reads what they agreed to, in what words, and what they withdrew', async () => {
    const consents = await readAs(anca, 'app.own_consents()')
    const given = [accepted, stopped, mistaken].map(({ consentId }) => consentId)
    expect(consents.map(({ consentId }) => consentId).sort()).toEqual(given.sort())
    expect(consents.every(({ wording, recipientName }) => String(wording).includes(String(recipientName)))).toBe(true)
    const withdrawn = consents.filter(({ withdrawnAt }) => withdrawnAt !== null)
    expect(withdrawn.map(({ consentId }) => consentId)).toEqual([stopped.consentId])
  })

  test('reads how far the referrals are that they agreed to, never one by override, planned or in error', async () => {
    const referrals = await readAs(anca, 'app.own_referrals()')
    expect(referrals.map(({ referralId, recipientName, state }) => [referralId, recipientName, state]).sort()).toEqual(
      [
        [accepted.referralId, recipient.name, 'accepted'],
        [stopped.referralId, second.name, 'stopped_consent_withdrawn'],
      ].sort(),
    )
  })

  test('is given no column that staff wrote for each other', async () => {
    const columns = await Promise.all(
      OWN.slice(1).map(async (from) => Object.keys((await readAs(anca, from))[0] ?? {})),
    )
    expect(columns).toEqual([
      ['caseId', 'reference', 'agencyName'],
      [
        ...['consentId', 'caseId', 'recipientName', 'decision', 'purposes', 'categories', 'limits', 'wording'],
        ...['language', 'givenAt', 'reviewOn', 'withdrawnAt'],
      ],
      ['referralId', 'caseId', 'recipientName', 'purpose', 'state', 'sentAt', 'answeredAt', 'closedAt'],
    ])
  })

  test('sees nothing of another client of the same agency', async () => {
    const own = JSON.stringify(await readAllAs(anca))
    const others = [florin.clientId, neighbour.caseId, neighbour.consentId, neighbour.referralId, 'Florin']
    expect(others.filter((secret) => own.includes(secret))).toEqual([])
    expect(JSON.stringify(await readAllAs(florin))).toContain(neighbour.referralId)
  })

  test.each([
    { who: { ...anca, agencyId: recipient.agencyId }, why: 'in an agency that was sent a referral of theirs' },
    { who: { ...anca, agencyId: randomUUID() }, why: 'in another agency' },
    { who: { ...anca, clientId: randomUUID() }, why: 'whom nobody knows' },
    { who: { ...anca, clientId: NOBODY }, why: 'who is nobody' },
  ])('sees nothing as a client $why', async ({ who }) => {
    expect(await readAllAs(who)).toEqual([])
  })

  test('changes nothing, their own row neither', async () => {
    const writes = [
      `update client set name = 'Another'`,
      `delete from client_search_key`,
      `insert into draft (agency_id, staff_id, form, fields) values ('${anca.agencyId}', '${NOBODY}', 'report', '{}')`,
      `update consent set withdrawn_at = now()`,
      `select app.append_event('report-received', null, null, now(), '{}', null, null, null)`,
      `select app.enqueue_telling('report-received', null, null, 1)`,
    ]
    const before = await world.admin`select count(*)::int as events from case_event`
    const answers = await Promise.all(
      writes.map((statement) =>
        asActor(anca, async (tx) => (await tx.execute(sql.raw(statement))).count).catch(
          ({ cause }: { cause?: { code?: string } }) => cause?.code,
        ),
      ),
    )
    expect(answers).toEqual([0, 0, '42501', 0, '42501', '42501'])
    expect(await world.admin`select count(*)::int as events from case_event`).toEqual(before)
    expect(await readAs(anca, 'client')).toMatchObject([{ name: 'Anca Popa' }])
  })
})

describe('the context of a client', () => {
  const key = Buffer.from(contextKey(world.database.secret), 'hex')
  const signed = (context: string) => createHmac('sha256', key).update(context).digest('hex')
  const { agencyId, clientId } = anca
  const contextOf = (person: string, role: string, client: string) =>
    `${agencyId}|${person}|${role}|${Date.now()}${client}`

  function seenWith(context: string, signature: string) {
    return application.begin(async (tx) => {
      await tx`select set_config('app.ctx', ${context}, true), set_config('app.sig', ${signature}, true)`
      const seen = []
      for (const from of OWN) seen.push(...(await tx.unsafe(`select 1 from ${from}`)))
      return seen.length
    })
  }

  test('is believed when it is signed, fresh and whole', async () => {
    const context = contextOf(NOBODY, 'client', `|${clientId}`)
    expect(await seenWith(context, signed(context))).toBe(7)
  })

  test.each([
    { context: contextOf(NOBODY, 'client', ''), why: 'without a client’s id' },
    { context: contextOf(NOBODY, 'client', '|'), why: 'with an empty one' },
    { context: contextOf(worker.actor.staffId, 'client', `|${clientId}`), why: 'with a member of staff as well' },
    { context: contextOf(worker.actor.staffId, 'manager', `|${clientId}`), why: 'of a manager who brings a client' },
  ])('is refused $why, although it is signed', async ({ context }) => {
    await expect(seenWith(context, signed(context))).rejects.toMatchObject({ code: '42501' })
  })

  test('is refused when another client is written into it', async () => {
    const [mine, theirs] = [clientId, florin.clientId].map((id) => contextOf(NOBODY, 'client', `|${id}`))
    await expect(seenWith(String(theirs), signed(String(mine)))).rejects.toMatchObject({ code: '42501' })
  })

  test('is needed: without one there is nothing', async () => {
    for (const from of OWN) expect(await application.unsafe(`select 1 from ${from}`)).toHaveLength(0)
  })
})

/** What the portal's login may call that sees more than it does, and what a client gets of it. */
const ANSWERS_TO_A_CLIENT: Record<string, string> = {
  'app.agency_as(text[])': 'their own context',
  'app.append_event(text,uuid,uuid,timestamp with time zone,jsonb,uuid,text,text)': 'refused, tried above',
  'app.client_as(text[])': 'their own context',
  'app.context()': 'their own context',
  'app.enqueue_telling(text,uuid,uuid,bigint)': 'refused, tried above',
  'app.find_session(text)': 'the session of who knows its secret',
  'app.import_incidents(uuid,uuid,text[],bigint[],boolean[],text[],text[],text[],timestamp with time zone[])':
    'refused',
  'app.is_one_person(uuid,uuid,text[])': 'no account is another',
  'app.joined_agencies()': 'which agencies have joined, as everybody',
  'app.own_cases()': 'their own',
  'app.own_consents()': 'their own',
  'app.own_referrals()': 'their own',
  'app.partnership_counts(timestamp with time zone,timestamp with time zone)': 'nothing',
  'app.proposed_body(uuid)': 'nothing',
  'app.publish_release(uuid,text)': 'refused',
  'app.second_persons(uuid,text[])': 'nothing',
  'app.staff_as(text[])': 'their own context',
}

describe('functions that see more than their caller', () => {
  test('are all thought of: what a client gets of each is written above', async () => {
    const rows = await world.admin<{ name: string }[]>`
      select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace = 'app'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
        and has_function_privilege('portal_app', p.oid, 'execute') order by 1`
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(ANSWERS_TO_A_CLIENT).sort())
  })

  test.each([
    `app.is_one_person('${worker.actor.staffId}', '${parties.manager.actor.staffId}', '{manager}') said where said`,
    `app.partnership_counts(now() - interval '1 year', now())`,
    `app.proposed_body(gen_random_uuid()) said where said is not null`,
    `app.second_persons('${worker.actor.staffId}', '{manager}')`,
  ])('give a client nothing: %s', async (from) => {
    expect(await readAs(anca, from)).toEqual([])
  })

  test.each([
    `app.publish_release(gen_random_uuid(), 'Anca')`,
    `app.import_incidents(gen_random_uuid(), gen_random_uuid(), '{}', '{}', '{}', '{}', '{}', '{}', '{}')`,
  ])('refuse a client: %s', async (from) => {
    await expect(readAs(anca, from)).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('no session can be made for a client yet', () => {
  test('a session is of a member of staff, and no member of staff has the role', async () => {
    const session = {
      agency_id: anca.agencyId,
      staff_id: anca.clientId,
      id_hash: 'a'.repeat(64),
      confined: false,
      idle_expires_at: new Date(),
      absolute_expires_at: new Date(),
    }
    await expect(world.admin`insert into session ${world.admin(session)}`).rejects.toMatchObject({ code: '23503' })
    const raised = world.admin`update staff set role = 'client' where staff_id = ${worker.actor.staffId}`
    await expect(raised).rejects.toMatchObject({ code: '23514', constraint_name: 'staff_role' })
  })
})
