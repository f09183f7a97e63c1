import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll } from 'vitest'
import type { Actor, Asking, StaffRole } from '../../app/domain/partnership/actor.ts'
import { closePool, openPool } from '../../db/as-actor.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

/** Mon 23 November 2026, 09:00 in London: the today of every test that does not say otherwise. */
export const MONDAY_MORNING = new Date('2026-11-23T09:00:00Z')

export interface Person {
  actor: Actor
  name: string
  email: string
}

export interface World {
  /** The administrator of the database, who sees every row: to arrange and to look, never to act. */
  admin: postgres.Sql
  auditUrl: string
  /** For a portal that is to run on the same database. */
  database: TestDatabase
  agency(given?: Partial<AgencyGiven>): Promise<AgencyMade>
  staff(agency: AgencyMade, role?: StaffRole, name?: string): Promise<Person>
}

interface AgencyGiven {
  kind: string
  name: string
  investigates: boolean
  takesReferrals: boolean
  strands: string[]
  purposes: string[]
}

export interface AgencyMade {
  agencyId: string
  name: string
}

/**
 * A database and a pool of one's own for one test file, with makers of agencies and people.
 * What people do in it goes through the use cases, as in life; `login` says which of the portal's logins does it.
 */
export async function openWorld({ login = 'app' as 'app' | 'worker' } = {}): Promise<World> {
  const database = await testDatabase()
  const url = login === 'worker' ? database.workerUrl : database.appUrl
  openPool({ url, contextKey: contextKey(database.secret) })
  const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} })
  afterAll(async () => {
    await closePool()
    await admin.end({ timeout: 5 })
  })
  return { admin, database, auditUrl: database.auditUrl, agency: makeAgency(admin), staff: makeStaff(admin) }
}

/** What a person brings to a use case; a fresh form each time. */
export function asking(person: Person, now: Date = MONDAY_MORNING): Asking {
  return { actor: person.actor, now, key: randomUUID() }
}

let made = 0

function makeAgency(admin: postgres.Sql): World['agency'] {
  return async (given = {}) => {
    made += 1
    const agencyId = randomUUID()
    const name = given.name ?? `Agency ${made}`
    await admin`insert into agency ${admin({
      agency_id: agencyId,
      kind: given.kind ?? 'landlord',
      name,
      initials: `A${made}`,
      offers: 'Help and advice',
      strands: given.strands ?? [],
      purposes: given.purposes ?? ['support'],
      hours: 'Monday to Friday 09:00 to 17:00',
      takes_referrals: given.takesReferrals ?? true,
      duty_email: `duty-${made}@example.org`,
      investigates: given.investigates ?? true,
    })}`
    return { agencyId, name }
  }
}

function makeStaff(admin: postgres.Sql): World['staff'] {
  return async ({ agencyId }, role = 'case_worker', name) => {
    made += 1
    const staffId = randomUUID()
    const called = name ?? `Person ${made}`
    const email = `person-${made}@example.org`
    await admin`insert into staff ${admin({ agency_id: agencyId, staff_id: staffId, name: called, email, email_key: email, role })}`
    return { actor: { agencyId, staffId, role }, name: called, email }
  }
}
