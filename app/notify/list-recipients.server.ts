import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { notificationChoice } from '../../db/schema/everyday.ts'
import { referralOrigin } from '../../db/schema/referral.ts'
import { staff } from '../../db/schema/staff.ts'
import { roleMayEver } from '../access/ability.ts'
import { type HowTold, howTold, kindOf, type NotificationKind } from '../domain/notifications/notification.ts'
import type { Addressed } from '../domain/notifications/notification-audience.ts'
import { CASE_ROLES, holdsCases } from '../domain/partnership/actor.ts'
import { DECIDED_BY } from '../domain/partnership/second-person.ts'

interface Person {
  staffId: string
  email: string
  manager: boolean
  casework: boolean
}

/** Everyone of one agency who can be notified, and what each has chosen. Leavers are not among them. */
export interface Addressees {
  agencyId: string
  dutyEmail: string
  people: Person[]
  choices: Map<string, HowTold>
}

export interface Recipient {
  /** The person, or null for the agency's duty address. */
  staffId: string | null
  email: string
  how: 'at_once' | 'digest'
}

/** Read once for all that one transaction has to tell. The transaction is the agency's own. */
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

/** Who works on the case that a referral of ours came from; it may be somebody other than who sent it. */
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
 * Whom of an agency one message reaches, and how: by each person's own choice; the duty address at once. When everybody
 * it was meant for has left, or is whoever did it, the duty address gets it, so that nothing is said to nobody: what the
 * only manager asks for, somebody else has to hear. Who was meant by name and did it themselves knows it already.
 */
export function recipientsOf(
  { dutyEmail, people, choices }: Addressees,
  { kind, to, except }: { kind: NotificationKind; to: Addressed; except: string | null },
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
      const how = howTold(kind, choices.get(`${staffId} ${kind}`))
      return how === 'never' ? [] : [{ staffId, email, how }]
    })
  return [...(duty ? [{ staffId: null, email: dutyEmail, how: 'at_once' as const }] : []), ...chosen]
}
