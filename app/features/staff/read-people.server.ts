import { and, asc, count, desc, eq, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { invitation, staff } from '../../../db/schema/staff.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Actor, Reading, StaffRole } from '../../domain/partnership/actor.ts'
import { NOBODY, STAFF_ROLES } from '../../domain/partnership/actor.ts'
import { COUNTED_PEOPLE, type CountedPeople, isCounted } from '../../facts/counted-people.server.ts'
import { HAS_JOINED } from '../../facts/joined-people.server.ts'

const PAGE = 25

/** Whether the actor sees people of other agencies, and can choose one of them. */
export function seesAllAgencies(actor: Actor): boolean {
  const ofAnother = { agencyId: NOBODY, staffId: NOBODY, role: 'case_worker', active: true }
  return permissionsOf(actor).may('select', 'staff', ofAnother)
}

/** `invited`: not joined yet, the link is open. `link-over`: not joined, and the link has run out. */
export type PersonStanding = 'joined' | 'invited' | 'link-over' | 'left'

export interface PersonListed {
  staffId: string
  name: string
  email: string
  role: string
  jobTitle: string
  agencyName: string
  standing: PersonStanding
}

export interface PeopleQuery {
  page: number
  agencyId: string | null
  /** Also those who have left. */
  left: boolean
  /** Only the people of one number of the administrator’s Today. */
  only: CountedPeople | null
}

export const onlyField = z.enum(COUNTED_PEOPLE).nullable().catch(null)

/** The people the actor may see: of their agency, or for the portal's administrator of all. */
export async function listPeople({ actor, now }: Reading, { page, agencyId, left, only }: PeopleQuery) {
  return asActor(actor, async (tx) => {
    const standing = left ? undefined : eq(staff.active, true)
    const wanted = and(agencyId ? eq(staff.agencyId, agencyId) : undefined, only ? isCounted(only, now) : standing)
    const [counted] = await tx.select({ people: count() }).from(staff).where(wanted)
    const rows = await peopleOf(tx, wanted, { limit: PAGE, offset: (page - 1) * PAGE })
    const agencies = seesAllAgencies(actor)
      ? await tx.select({ agencyId: agency.agencyId, name: agency.name }).from(agency).orderBy(agency.name)
      : []
    const mayInvite = rolesFor(actor, actor.agencyId).length > 0
    const total = counted?.people ?? 0
    const people = rows.map((found): PersonListed => {
      const { person, agencyName } = found
      const { staffId, name, email, role, jobTitle } = person
      const standing = standingOf(found, now)
      return { staffId, name, email, role: STAFF_ROLES[role].label, jobTitle, agencyName, standing }
    })
    return { people, total, pageCount: Math.max(1, Math.ceil(total / PAGE)), agencies, mayInvite }
  })
}

/** What the pages of a person offer to do. */
type PersonAction = 'change-role' | 'send-link' | 'mark-leaver' | 'take-back'

export interface PersonShown extends PersonListed {
  roleId: StaffRole
  phone: string
  leftAt: string | null
  /** Until when the open invitation works. Its link goes only in a mail: anyone who reads it could act in that person's name. */
  linkUntil: string | null
  actions: PersonAction[]
  /** The roles the actor may give. Where it is one, there is nothing to choose. */
  roles: StaffRole[]
}

/** One person, or null for somebody the actor may not see. */
export async function findPerson({ actor, now }: Reading, staffId: string): Promise<PersonShown | null> {
  const [found] = await asActor(actor, (tx) => peopleOf(tx, eq(staff.staffId, staffId), { limit: 1, offset: 0 }))
  if (!found) return null
  const { person, agencyName, newest } = found
  const { name, email, role, jobTitle, phone, leftAt } = person
  const standing = standingOf(found, now)
  const roles = rolesFor(actor, person.agencyId)
  const actions = actionsOf(actor, person, { standing, roles })
  const open = actions.includes('send-link') && newest && !newest.usedAt && newest.expiresAt > now
  return {
    ...{ staffId, name, email, jobTitle, phone, agencyName, standing, actions },
    role: STAFF_ROLES[role].label,
    roleId: role,
    leftAt: leftAt?.toISOString() ?? null,
    linkUntil: open ? newest.expiresAt.toISOString() : null,
    roles,
  }
}

type PersonRow = typeof staff.$inferSelect

function actionsOf(
  actor: Actor,
  person: PersonRow,
  { standing, roles }: { standing: PersonStanding; roles: StaffRole[] },
): PersonAction[] {
  const { may, mayLeave } = permissionsOf(actor)
  if (!may('update', 'staff', person)) return []
  const maySend = mayLeave('insert', 'invitation', person)
  if (standing === 'left') return maySend ? ['take-back'] : []
  return [
    ...(roles.length > 1 ? ['change-role' as const] : []),
    ...(maySend ? ['send-link' as const] : []),
    'mark-leaver',
  ]
}

/** The roles that the actor may give to somebody of this agency; none for who may invite nobody. */
function rolesFor(actor: Actor, agencyId: string): StaffRole[] {
  const { mayLeave } = permissionsOf(actor)
  const somebody = { agencyId, staffId: '', active: true }
  return (Object.keys(STAFF_ROLES) as StaffRole[]).filter((role) => mayLeave('insert', 'staff', { ...somebody, role }))
}

async function peopleOf(tx: Tx, wanted: SQL | undefined, { limit, offset }: { limit: number; offset: number }) {
  const { agencyId, staffId, usedAt, expiresAt } = invitation
  const newest = tx
    .selectDistinctOn([agencyId, staffId], { agencyId, staffId, usedAt, expiresAt })
    .from(invitation)
    .orderBy(invitation.agencyId, invitation.staffId, desc(invitation.createdAt), desc(invitation.invitationId))
    .as('newest')
  return tx
    .select({
      person: staff,
      agencyName: agency.name,
      hasJoined: HAS_JOINED,
      // First what is never null: the query builder takes a null there for a person without an invitation.
      newest: { expiresAt: newest.expiresAt, usedAt: newest.usedAt },
    })
    .from(staff)
    .innerJoin(agency, eq(agency.agencyId, staff.agencyId))
    .leftJoin(newest, and(eq(newest.agencyId, staff.agencyId), eq(newest.staffId, staff.staffId)))
    .where(wanted)
    .orderBy(asc(agency.name), desc(staff.active), asc(staff.name), asc(staff.staffId))
    .limit(limit)
    .offset(offset)
}

type Found = Awaited<ReturnType<typeof peopleOf>>[number]

function standingOf({ person, hasJoined, newest }: Found, now: Date): PersonStanding {
  if (!person.active) return 'left'
  if (hasJoined || !newest) return 'joined'
  return newest.expiresAt > now ? 'invited' : 'link-over'
}

/** Whom the actor may invite, and where to: one agency for a manager, all for the portal's administrator. */
export async function listInviting({ actor }: { actor: Actor }) {
  const all = await asActor(actor, (tx) =>
    tx.select({ agencyId: agency.agencyId, name: agency.name }).from(agency).orderBy(agency.name),
  )
  const agencies = all.filter(({ agencyId }) => rolesFor(actor, agencyId).length > 0)
  return { agencies, roles: rolesFor(actor, agencies[0]?.agencyId ?? actor.agencyId) }
}

/** The open cases somebody holds; null for a reader who may see no case. */
export async function countHeldCases({ actor }: { actor: Actor }, staffId: string): Promise<number | null> {
  if (!permissionsOf(actor).may('select', 'caseFile', { agencyId: actor.agencyId, caseWorkerId: staffId })) return null
  return asActor(actor, async (tx) => {
    const held = and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseWorkerId, staffId))
    const [row] = await tx
      .select({ cases: count() })
      .from(caseFile)
      .where(and(held, eq(caseFile.stage, 'open')))
    return row?.cases ?? 0
  })
}
