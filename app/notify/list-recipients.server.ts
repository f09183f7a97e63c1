import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { notificationChoice } from '../../db/schema/everyday.ts'
import { referralOrigin } from '../../db/schema/referral.ts'
import { staff } from '../../db/schema/staff.ts'
import { roleMayEver } from '../access/ability.ts'
import { type Delivery, deliveryOf, kindOf, type NotificationKind } from '../domain/notifications/notification.ts'
import type { Audience } from '../domain/notifications/notification-audience.ts'
import { CASE_ROLES, holdsCases } from '../domain/partnership/actor.ts'
import { DECIDED_BY } from '../domain/partnership/second-person.ts'

interface Person {
  staffId: string
  email: string
  manager: boolean
  casework: boolean
}

/** The people of one agency who can be notified, with their choices. People who have left are not included. */
export interface Addressees {
  agencyId: string
  dutyEmail: string
  people: Person[]
  choices: Map<string, Delivery>
}

export interface Recipient {
  /** The person, or null for the agency's duty address. */
  staffId: string | null
  email: string
  how: 'at_once' | 'digest'
}

/** Reads the addressees once for all notifications of a transaction. The transaction must act in this agency. */
export async function readAddressees(tx: Tx, agencyId: string): Promise<Addressees> {
  const [agencies, people, choices] = await Promise.all([
    tx.select({ dutyEmail: agency.dutyEmail }).from(agency).where(eq(agency.agencyId, agencyId)),
    tx
      .select({ staffId: staff.staffId, email: staff.email, role: staff.role })
      .from(staff)
      .where(
        and(
          eq(staff.agencyId, agencyId),
          eq(staff.active, true),
          inArray(staff.role, [...CASE_ROLES, ...DECIDED_BY.release]),
        ),
      ),
    tx.select().from(notificationChoice).where(eq(notificationChoice.agencyId, agencyId)),
  ])
  return {
    agencyId,
    dutyEmail: agencies[0]?.dutyEmail ?? '',
    people: people.map(({ role, ...person }) => ({
      ...person,
      manager: roleMayEver(role, 'allocate', 'caseFile'),
      casework: holdsCases(role),
    })),
    choices: new Map(choices.map(({ staffId, kind, how }) => [`${staffId} ${kind}`, how])),
  }
}

/** The worker of the case that a referral came from, who may not be its sender. Null if there is none. */
export async function findCaseWorkerBehind(tx: Tx, agencyId: string, referralId: string): Promise<string | null> {
  const [row] = await tx
    .select({ caseWorkerId: caseFile.caseWorkerId })
    .from(referralOrigin)
    .innerJoin(
      caseFile,
      and(eq(caseFile.agencyId, referralOrigin.agencyId), eq(caseFile.caseId, referralOrigin.caseId)),
    )
    .where(and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.referralId, referralId)))
  return row?.caseWorkerId ?? null
}

/**
 * The recipients of a notification in an agency. People get it as they have chosen; the duty address gets it at once.
 * The duty address also gets it when nobody else would, because everyone concerned has left or caused it: what the only
 * manager asks for must reach another person. It does not when the person concerned is the one who acted.
 */
export function recipientsOf(
  { dutyEmail, people, choices }: Addressees,
  { kind, to, except }: { kind: NotificationKind; to: Audience; except: string | null },
): Recipient[] {
  const meant = people.filter(
    ({ staffId, manager, casework }) =>
      staffId !== except && ((to.casework && casework) || (to.managers && manager) || to.staffIds.includes(staffId)),
  )
  const knownAlready = except !== null && to.staffIds.includes(except)
  const duty = dutyEmail !== '' && (kindOf(kind).toDuty || (meant.length === 0 && !knownAlready))
  const chosen = meant
    .filter(({ email }) => !(duty && email.toLowerCase() === dutyEmail.toLowerCase()))
    .flatMap(({ staffId, email }): Recipient[] => {
      const how = deliveryOf(kind, choices.get(`${staffId} ${kind}`))
      return how === 'never' ? [] : [{ staffId, email, how }]
    })
  return [...(duty ? [{ staffId: null, email: dutyEmail, how: 'at_once' as const }] : []), ...chosen]
}
