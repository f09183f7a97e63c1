import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { invitation, staff } from '../../../db/schema/staff.ts'
import { permissionsOf } from '../../access/ability.ts'
import { keysOfPlace, placeOf } from '../../domain/lists/cursor.ts'
import type { Actor, Reading, StaffRole } from '../../domain/partnership/actor.ts'
import { NOBODY, STAFF_ROLES } from '../../domain/partnership/actor.ts'
import { isCounted } from '../../facts/counted-people.server.ts'
import { HAS_JOINED } from '../../facts/joined-people.server.ts'
import { orderBy } from '../../facts/lists/keyset.server.ts'
import { countRows, type PartOfList, readPage, takePart } from '../../facts/lists/read-page.server.ts'
import type { PeopleQuery } from './people-query.ts'

/** Whether the actor may see people of other agencies and filter by agency. */
export function seesAllAgencies(actor: Actor): boolean {
  const ofAnother = { agencyId: NOBODY, staffId: NOBODY, role: 'case_worker', active: true }
  return permissionsOf(actor).may('select', 'staff', ofAnother)
}

/** `invited`: not joined yet, the link works. `link-over`: not joined, and the link has expired. */
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

/** The people the actor may see: of their own agency, or for the portal administrator of all. */
export async function listPeople({ actor, now }: Reading, query: PeopleQuery) {
  const { agencyId, left, only } = query
  return asActor(actor, async (tx) => {
    const standing = left ? undefined : eq(staff.active, true)
    const wanted = and(agencyId ? eq(staff.agencyId, agencyId) : undefined, only ? isCounted(only, now) : standing)
    const page = await readPage(query, {
      counted: await countRows(tx, staff, wanted),
      select: (part) =>
        takePart(peopleOf(tx, and(wanted, isBeyondPerson(part))).orderBy(orderBy(ORDER, part.isAscending)), part),
      placeOfRow: ({ person }) => placeOf([person.active ? 0 : 1, person.staffId]),
    })
    const agencies = seesAllAgencies(actor)
      ? await tx.select({ agencyId: agency.agencyId, name: agency.name }).from(agency).orderBy(agency.name)
      : []
    const mayInvite = rolesFor(actor, actor.agencyId).length > 0
    const rows = page.rows.map((found): PersonListed => {
      const { person, agencyName } = found
      const { staffId, name, email, role, jobTitle } = person
      const standing = standingOf(found, now)
      return { staffId, name, email, role: STAFF_ROLES[role].label, jobTitle, agencyName, standing }
    })
    return { ...page, rows, agencies, mayInvite }
  })
}

const ORDER = [sql`${agency.name}`, sql`not ${staff.active}`, sql`${staff.name}`, sql`${staff.staffId}`].map(
  (column) => ({ column }),
)

/** A person who leaves between two pages keeps their place, because the cursor has whether they had left. */
function isBeyondPerson({ cursor, isAscending }: PartOfList): SQL | undefined {
  if (!cursor) return undefined
  const [hadLeft, staffId] = keysOfPlace(cursor.place)
  const row = sql.join(
    ORDER.map(({ column }) => column),
    sql`, `,
  )
  const place = sql`select a.name, ${hadLeft} = '1', s.name, s.staff_id
    from ${staff} s join ${agency} a on a.agency_id = s.agency_id where s.staff_id = ${staffId}::uuid`
  return isAscending ? sql`(${row}) > (${place})` : sql`(${row}) < (${place})`
}

type PersonAction = 'change-role' | 'send-link' | 'mark-leaver' | 'take-back'

export interface PersonShown extends PersonListed {
  roleId: StaffRole
  phone: string
  leftAt: string | null
  /**
   * When the open invitation expires. The link itself is only in the mail: anyone who has it could act as that
   * person.
   */
  linkUntil: string | null
  actions: PersonAction[]
  /** The roles the actor may give; a single one is not asked about. */
  roles: StaffRole[]
}

/** One person; null if the actor may not see them. */
export async function findPerson({ actor, now }: Reading, staffId: string): Promise<PersonShown | null> {
  const [found] = await asActor(actor, (tx) => peopleOf(tx, eq(staff.staffId, staffId)).limit(1))
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

/** The roles the actor may give in this agency; empty if they may not invite. */
function rolesFor(actor: Actor, agencyId: string): StaffRole[] {
  const { mayLeave } = permissionsOf(actor)
  const somebody = { agencyId, staffId: '', active: true }
  return (Object.keys(STAFF_ROLES) as StaffRole[]).filter((role) => mayLeave('insert', 'staff', { ...somebody, role }))
}

function peopleOf(tx: Tx, wanted: SQL | undefined) {
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
}

type Found = Awaited<ReturnType<typeof peopleOf>>[number]

function standingOf({ person, hasJoined, newest }: Found, now: Date): PersonStanding {
  if (!person.active) return 'left'
  if (hasJoined || !newest) return 'joined'
  return newest.expiresAt > now ? 'invited' : 'link-over'
}

/** The agencies and roles for which the actor may invite: a manager their own agency, the administrator all. */
export async function listInviting({ actor }: { actor: Actor }) {
  const all = await asActor(actor, (tx) =>
    tx.select({ agencyId: agency.agencyId, name: agency.name }).from(agency).orderBy(agency.name),
  )
  const agencies = all.filter(({ agencyId }) => rolesFor(actor, agencyId).length > 0)
  return { agencies, roles: rolesFor(actor, agencies[0]?.agencyId ?? actor.agencyId) }
}

/** A person's number of open cases; null for readers who may not see cases. */
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
