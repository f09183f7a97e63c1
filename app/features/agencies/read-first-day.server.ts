import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { invitation, staff } from '../../../db/schema/staff.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Actor, StaffRole } from '../../domain/partnership/actor.ts'
import { agencyType, isAgencyKind } from '../../domain/partnership/agency.ts'
import { hasPostcodes } from '../../facts/find-postcodes.server.ts'
import { withReceivers } from '../../facts/joined-agencies.server.ts'
import { HAS_JOINED } from '../../facts/joined-people.server.ts'
import { href } from '../../href.ts'
import { type MissingPart, readMissing } from './read-missing.server.ts'

interface FirstDay {
  heading: string
  parts: MissingPart[]
}

/** What the portal, or the reader's agency, still needs to start; null for people who cannot provide it. */
export function readFirstDay({ actor }: { actor: Actor }): Promise<FirstDay> | null {
  const { mayEver } = permissionsOf(actor)
  if (mayEver('insert', 'agency'))
    return asActor(actor, async (tx) => ({ heading: 'Set up the portal', parts: await readPortal(tx) }))
  if (mayEver('update', 'agency'))
    return asActor(actor, async (tx) => {
      const [own] = await tx.select().from(agency).where(eq(agency.agencyId, actor.agencyId))
      return { heading: 'Set up your agency', parts: own ? await readMissing(tx, own) : [] }
    })
  return null
}

async function readPortal(tx: Tx): Promise<MissingPart[]> {
  const joined = await countJoined(tx)
  const [arrived] = await tx
    .select({ invitationId: invitation.invitationId })
    .from(invitation)
    .where(and(isNotNull(invitation.mailedAt), isNotNull(invitation.usedAt)))
    .limit(1)
  const invite = href('/staff/invite')
  return [
    ...partIf(joined('administrator') < 2, 'Invite a second administrator: two people decide about rules', invite),
    ...partIf(joined('coordinator') === 0, 'Invite a coordinator for the map and its releases', invite),
    ...partIf(
      joined('manager') + joined('case_worker') === 0,
      'Invite the first people: a manager of each agency',
      invite,
    ),
    ...partIf(!arrived, 'Test that e-mail arrives: invite someone and ask them to use the link', invite),
    ...partIf(!(await hasPostcodes(tx)), 'Ask the operator to load postcodes: accord import postcodes', null),
    ...(await readAgenciesWithoutReceiver(tx)),
  ]
}

function partIf(isMissing: boolean, words: string, href: string | null): MissingPart[] {
  return isMissing ? [{ words, href }] : []
}

async function countJoined(tx: Tx): Promise<(role: StaffRole) => number> {
  const rows = await tx
    .select({ role: staff.role, many: sql<number>`count(*)::int` })
    .from(staff)
    .where(and(eq(staff.active, true), HAS_JOINED))
    .groupBy(staff.role)
  return (role) => rows.find((row) => row.role === role)?.many ?? 0
}

async function readAgenciesWithoutReceiver(tx: Tx): Promise<MissingPart[]> {
  const agencies = await withReceivers(tx, await tx.select().from(agency).orderBy(asc(agency.name)))
  return agencies
    .filter(({ kind, hasReceiver }) => !hasReceiver && isAgencyKind(kind) && agencyType(kind).canReceive)
    .map(({ agencyId, name }) => ({
      words: `${name} cannot receive referrals yet`,
      href: href('/agencies/:agencyId', { agencyId }),
    }))
}
