/** Roles of staff in the partnership. The policy gives each its permissions. */
export const STAFF_ROLES = {
  case_worker: { label: 'Case worker' },
  manager: { label: 'Agency manager' },
  coordinator: { label: 'Partnership coordinator' },
  cohesion_officer: { label: 'Community cohesion officer' },
  administrator: { label: 'Portal administrator' },
} as const satisfies Record<string, { label: string }>

export type StaffRole = keyof typeof STAFF_ROLES

/** The roles that can have cases and receive referrals. */
export const CASE_ROLES = ['case_worker', 'manager'] as const satisfies readonly StaffRole[]

export function holdsCases(role: string): boolean {
  return CASE_ROLES.some((one) => one === role)
}

/** `sign_in`: before the person is known. `system`: the portal itself. `client`: reads their own data in one agency. */
export type ActorRole = StaffRole | 'sign_in' | 'system' | 'client'

/** A member of staff, or the portal itself. Staff use cases accept no other actor; ids are UUIDs. */
export interface Actor {
  staffId: string
  agencyId: string
  role: Exclude<ActorRole, 'client'>
  clientId?: never
}

/** A client as known to one agency. */
export interface ClientActor {
  clientId: string
  agencyId: string
  role: 'client'
  staffId?: never
}

/** Every transaction is opened as one of these. */
export type AnyActor = Actor | ClientActor

/** The id of no agency and no person, where an id is required. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

export function systemOf(agencyId: string): Actor {
  return { agencyId, staffId: NOBODY, role: 'system' }
}

/** The first argument of every use case. `key` is the form's idempotency key, a UUID made by the loader. */
export interface Asking {
  actor: Actor
  now: Date
  key: string
}

/** The first argument of every read. */
export type Reading = Pick<Asking, 'actor' | 'now'>
