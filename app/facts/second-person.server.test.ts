import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { allowed, reportedCase } from '../../tests/support/cases.ts'
import { asking, openWorld, type Person } from '../../tests/support/world.ts'
import { DECIDED_BY } from '../domain/partnership/second-person.ts'
import { inviteStaff } from '../features/staff/invite-staff.server.ts'
import { isOnePerson, listSecondPersons } from './second-person.server.ts'

const world = await openWorld()
const office = await world.agency({ name: 'Partnership office' })
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const tomasz = await world.staff(office, 'administrator', 'Tomasz')
const marcus = await world.staff(office, 'coordinator', 'Marcus')
const ruth = await world.staff(harthill, 'manager', 'Ruth')

async function added(
  by: Person,
  role: Person['actor']['role'],
  agency = office,
  email = `${randomUUID()}@example.org`,
) {
  const person = { agencyId: agency.agencyId, name: 'New Person', email, jobTitle: '', phone: '' }
  const { staffId } = allowed(await inviteStaff(asking(by, new Date()), { ...person, role: role as 'coordinator' }))
  return { name: 'New Person', email, actor: { agencyId: agency.agencyId, staffId, role } } satisfies Person
}

const one = (a: Person, b: Person, matter: 'release' | 'override' = 'release') =>
  asActor(a.actor, (tx) => isOnePerson(tx, a.actor.staffId, b.actor.staffId, matter))

describe('two accounts', () => {
  it.each([
    { first: 'rosa@example.org', second: 'Rosa@Example.ORG', same: true, why: 'capitals' },
    { first: 'rosa@example.org', second: 'rosa+maps@example.org', same: true, why: 'a plus-address' },
    { first: 'rosa@example.org', second: 'ｒｏｓａ@example.org', same: true, why: 'full-width letters' },
    { first: 'rosa@example.org', second: 'ro\u200bsa@example.org', same: true, why: 'an invisible character' },
    {
      first: 'rosa.quill@gmail.com',
      second: 'r.osaquill+x@googlemail.com',
      same: true,
      why: 'the provider ignores dots',
    },
    { first: 'rosa.quill@proton.me', second: 'rosaquill@pm.me', same: true, why: 'one provider of several names' },
    { first: 'rosa.quill@example.org', second: 'rosaquill@example.org', same: false, why: 'dots count elsewhere' },
    { first: 'rosa@example.org', second: 'rosa@example.com', same: false, why: 'they are of different agencies' },
  ])('of $first and $second are one person: $same, $why', async ({ first, second, same }) => {
    const [row] = await world.admin`select app.mailbox_key(${first}) = app.mailbox_key(${second}) as same`
    expect(row?.same).toBe(same)
  })

  it('of one mailbox are one person for every decision', async () => {
    const a = await world.staff(office, 'administrator')
    const b = await world.staff(harthill, 'coordinator')
    await world.admin`update staff set email = 'a.person@example.org' where staff_id = ${a.actor.staffId}`
    await world.admin`update staff set email = 'A.Person+b@example.org' where staff_id = ${b.actor.staffId}`
    expect(await one(a, b)).toBe(true)
    expect(await one(b, a, 'override')).toBe(true)
    expect(await one(a, marcus)).toBe(false)
  })

  it('are one person while the one has added the other lately, in either order, and two after 30 days', async () => {
    const second = await added(tomasz, 'coordinator')
    expect(await one(tomasz, second)).toBe(true)
    expect(await one(second, tomasz)).toBe(true)
    expect(await one(second, marcus)).toBe(false)
    await world.admin`update staff set created_at = now() - interval '31 days' where staff_id = ${second.actor.staffId}`
    expect(await one(tomasz, second)).toBe(false)
  })

  it('are one person when the same person added both, or by one whom they added', async () => {
    const [b, c] = [await added(tomasz, 'administrator'), await added(tomasz, 'coordinator')]
    expect(await one(b, c)).toBe(true)
    expect(await one(tomasz, await added(b, 'coordinator'))).toBe(true)
  })

  it('added by an administrator are two where administrators do not decide: sharing without consent', async () => {
    const lee = await added(tomasz, 'manager', harthill)
    expect(await one(lee, await added(tomasz, 'case_worker', harthill), 'override')).toBe(false)
    expect(await one(ruth, await added(ruth, 'case_worker', harthill), 'override')).toBe(true)
  })

  it('cannot be made older, or somebody else’s, by who writes them', async () => {
    const { agencyId } = office
    const staffId = randomUUID()
    await asActor(tomasz.actor, (tx) =>
      tx.execute(sql`insert into staff (agency_id, staff_id, name, email, email_key, role, created_at, added_by)
        values (${agencyId}, ${staffId}, 'S', 's@example.org', 's@example.org', 'coordinator', '2020-01-01', ${marcus.actor.staffId})`),
    )
    const [row] = await world.admin`select added_by, added_as, created_at > now() - interval '1 hour' as fresh
      from staff where staff_id = ${staffId}`
    expect(row).toEqual({ added_by: tomasz.actor.staffId, added_as: 'administrator', fresh: true })
  })
})

it('second persons are those who decide and are not the first, or of the first', async () => {
  const second = await added(tomasz, 'coordinator')
  const names = await asActor(marcus.actor, (tx) => listSecondPersons(tx, marcus.actor.staffId, 'rules'))
  expect(names.map(({ staffId }) => staffId)).toEqual(
    expect.arrayContaining([tomasz.actor.staffId, second.actor.staffId]),
  )
  expect(names.map(({ staffId }) => staffId)).not.toContain(marcus.actor.staffId)
  const colleague = await world.staff(harthill, 'coordinator')
  const ofAgency = await asActor(ruth.actor, (tx) => listSecondPersons(tx, ruth.actor.staffId, 'release'))
  expect(ofAgency.map(({ staffId }) => staffId)).toContain(colleague.actor.staffId)
  expect(ofAgency.every(({ agencyId }) => agencyId === harthill.agencyId)).toBe(true)
})

const NO_SECOND_PERSON = { cause: { message: expect.stringContaining('a second person decides') } }

describe('a decider who was written down with what waits for them', () => {
  it('decides no rules that an account of the same person proposed', async () => {
    const second = await added(tomasz, 'coordinator')
    await asActor(tomasz.actor, (tx) =>
      tx.execute(sql`insert into release_rule (version, rules, reason, state, proposed_by, proposed_by_name, proposed_at, decided_by)
        values (99, '{}', 'R', 'proposed', ${tomasz.actor.staffId}, 'T', now(), ${second.actor.staffId})`),
    )
    const decided = sql`update release_rule set state = 'in_force', decided_at = now() where version = 99`
    await expect(asActor(second.actor, (tx) => tx.execute(decided))).rejects.toMatchObject(NO_SECOND_PERSON)
  })

  it('decides no release that an account of the same person proposed', async () => {
    const second = await added(tomasz, 'coordinator')
    const releaseId = randomUUID()
    await asActor(tomasz.actor, (tx) =>
      tx.execute(sql`insert into hotspot_draft
          (release_id, period, opens_at, closes_at, rule_version, state, asked_by, asked_by_name, asked_at, decided_by)
        select ${releaseId}, '2025-Q1', opens, closes, (select max(version) from release_rule where state = 'in_force'),
          'asked', ${tomasz.actor.staffId}, 'T', now(), ${second.actor.staffId} from app.window_of('2025-Q1')`),
    )
    await world.admin`update hotspot_draft set state = 'built', built_at = now() where release_id = ${releaseId}`
    await world.admin`update hotspot_draft set state = 'proposed', proposed_by = ${tomasz.actor.staffId},
      proposed_by_name = 'T', proposed_at = now() where release_id = ${releaseId}`
    const decided = sql`update hotspot_draft set state = 'refused', decided_at = now() where release_id = ${releaseId}`
    await expect(asActor(second.actor, (tx) => tx.execute(decided))).rejects.toMatchObject(NO_SECOND_PERSON)
  })

  it('decides no request to share without consent that an account of the same person made', async () => {
    const second = await added(ruth, 'case_worker', harthill)
    const { caseId } = await reportedCase(second)
    const overrideId = randomUUID()
    await asActor(second.actor, (tx) =>
      tx.execute(sql`insert into consent_override (agency_id, override_id, case_id, recipient_agency_id, purpose, categories,
          ground, why_no_consent, necessity, client_told, requested_by, requested_at, decision, decided_by)
        values (${harthill.agencyId}, ${overrideId}, ${caseId}, ${office.agencyId}, 'support', '{safe_contact}',
          'risk_to_life', 'unsafe_to_ask', 'N', false, ${second.actor.staffId}, now(), 'asked', ${ruth.actor.staffId})`),
    )
    const decided = sql`update consent_override set decision = 'authorised', decided_at = now() where override_id = ${overrideId}`
    await expect(asActor(ruth.actor, (tx) => tx.execute(decided))).rejects.toMatchObject(NO_SECOND_PERSON)
  })
})

it('no login gives an account another mailbox: two accounts of one person would become two people', async () => {
  const lee = await world.staff(office, 'coordinator')
  const renamed = sql`update staff set email = 'else@example.org' where staff_id = ${lee.actor.staffId}`
  await expect(asActor(tomasz.actor, (tx) => tx.execute(renamed))).rejects.toMatchObject({ cause: { code: '42501' } })
})

/** A case worker decides to refer; the standard asks for no second person. */
const DECIDED_BY_ONE = ['referral_origin']

it('every table in which somebody decides has the rule in the database, for the roles that the code names', async () => {
  const tables = await world.admin`select table_name from information_schema.columns
    where table_schema = 'public' and column_name in ('decided_by', 'approved_by', 'authorised_by') order by 1`
  const rules = await world.admin`select tgrelid::regclass::text as table_name,
      split_part(encode(tgargs, 'escape'), '\\000', 2) as roles
    from pg_trigger where tgname = 'by_second_person' order by 1`
  expect([...rules.map((row) => row.table_name), ...DECIDED_BY_ONE].sort()).toEqual(tables.map((row) => row.table_name))
  expect(Object.fromEntries(rules.map((row) => [row.table_name, row.roles]))).toEqual({
    consent_override: `{${DECIDED_BY.override}}`,
    decision_request: `{${DECIDED_BY.decision}}`,
    hotspot_draft: `{${DECIDED_BY.release}}`,
    release_rule: `{${DECIDED_BY.rules}}`,
  })
})
