import { asc, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { permissionsOf } from '../../access/ability.ts'
import { STRANDS } from '../../domain/cases/strand.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../domain/consents/consent-purpose.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { AGENCY_TYPES, agencyType, isAgencyKind } from '../../domain/partnership/agency.ts'
import { withReceivers } from '../../facts/joined-agencies.server.ts'
import { type MissingPart, readMissing } from './read-missing.server.ts'

export interface AgencyListed {
  agencyId: string
  name: string
  initials: string
  kind: string
  offers: string
  hours: string
  takesReferrals: boolean
  /** Whether someone there can receive a referral. If not, no page offers the agency as a recipient. */
  hasReceiver: boolean
  /** Whether agencies of its kind receive referrals at all. */
  canReceive: boolean
  /** Strands it specialises in; empty means all. */
  strands: string[]
  purposes: string[]
  /** Empty means the whole city. */
  wards: string[]
  dutyEmail: string
  dutyPhone: string
  investigates: boolean
  mine: boolean
  mayChange: boolean
}

type Row = typeof agency.$inferSelect

/** The directory, which everyone in the partnership may read. */
export async function listAgencies({ actor }: { actor: Actor }): Promise<AgencyListed[]> {
  const rows = await asActor(actor, async (tx) =>
    withReceivers(tx, await tx.select().from(agency).orderBy(asc(agency.name))),
  )
  return rows.map((row) => listed(row, actor))
}

/** One agency for its page, with the row for its form; null if there is none. */
export async function findAgency(
  { actor }: { actor: Actor },
  agencyId: string,
): Promise<{ agency: AgencyListed & { missing: MissingPart[] }; row: Row } | null> {
  return asActor(actor, async (tx) => {
    const [row] = await tx.select().from(agency).where(eq(agency.agencyId, agencyId))
    const [known] = row ? await withReceivers(tx, [row]) : []
    if (!row || !known) return null
    const mayKnow = permissionsOf(actor).may('update', 'agency', row)
    const missing = mayKnow ? await readMissing(tx, row) : []
    return { agency: { ...listed(known, actor), missing }, row }
  })
}

function listed(row: Row & { hasReceiver: boolean }, actor: Actor): AgencyListed {
  const { agencyId, name, initials, offers, hours, takesReferrals, hasReceiver, dutyEmail, dutyPhone, investigates } =
    row
  const type = isAgencyKind(row.kind) ? AGENCY_TYPES[row.kind] : undefined
  return {
    ...{ agencyId, name, initials, offers, hours, takesReferrals, hasReceiver, dutyEmail, dutyPhone, investigates },
    kind: type?.label ?? row.kind,
    canReceive: type?.canReceive ?? false,
    strands: labelsOf(row.strands, STRANDS),
    purposes: labelsOf(row.purposes, CONSENT_PURPOSES),
    wards: row.wards,
    mine: agencyId === actor.agencyId,
    mayChange: permissionsOf(actor).may('update', 'agency', row),
  }
}

function labelsOf(ids: readonly string[], vocabulary: Record<string, { label: string }>): string[] {
  return ids.map((id) => vocabulary[id]?.label ?? id)
}

export function receivablePurposes(kind: string): ConsentPurpose[] {
  return isAgencyKind(kind) ? [...agencyType(kind).purposes] : []
}
