/** What a member of staff is in the partnership; the policy gives each role its permissions. */
export const STAFF_ROLES = {
  case_worker: { label: 'Case worker' },
  manager: { label: 'Agency manager' },
  coordinator: { label: 'Partnership coordinator' },
  cohesion_officer: { label: 'Community cohesion officer' },
  administrator: { label: 'Portal administrator' },
} as const satisfies Record<string, { label: string }>

export type StaffRole = keyof typeof STAFF_ROLES

/** The roles that can have cases and received referrals. */
export const CASE_ROLES = ['case_worker', 'manager'] as const satisfies readonly StaffRole[]

export function holdsCases(role: string): boolean {
  return CASE_ROLES.some((one) => one === role)
}

/**
 * `sign_in` reads credentials before anybody is known; `system` acts for an agency when nobody is there; `client` reads what
 * one agency recorded about them.
 */
export type ActorRole = StaffRole | 'sign_in' | 'system' | 'client'

/** Who works: a member of staff, or the portal itself. Use cases of staff take no other; ids are UUIDs. */
export interface Actor {
  staffId: string
  agencyId: string
  role: Exclude<ActorRole, 'client'>
  clientId?: never
}

/** A client of one agency, about whom it has a row. */
export interface ClientActor {
  clientId: string
  agencyId: string
  role: 'client'
  staffId?: never
}

/** Who is asking. Every transaction is opened as one of them. */
export type AnyActor = Actor | ClientActor

/** Where an id of an agency or a person is needed and there is none. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The portal itself, at work for one agency when nobody is there. */
export function systemOf(agencyId: string): Actor {
  return { agencyId, staffId: NOBODY, role: 'system' }
}

/** The first argument of every use case. `key` is the form's idempotency key, a UUID made by the loader. */
export interface Asking {
  actor: Actor
  now: Date
  key: string
}

/** The first argument of every read: who asks, and when. */
export type Reading = Pick<Asking, 'actor' | 'now'>
