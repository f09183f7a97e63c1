import { asc, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Actor } from '../../domain/actor.ts'
import { AGENCY_TYPES, agencyType, isAgencyKind } from '../../domain/agency.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../domain/consent-purpose.ts'
import { STRANDS } from '../../domain/strand.ts'

export interface AgencyListed {
  agencyId: string
  name: string
  initials: string
  kind: string
  offers: string
  hours: string
  takesReferrals: boolean
  /** Whether agencies of its kind receive referrals at all. */
  canReceive: boolean
  /** Strands it knows especially well; none named means all. */
  strands: string[]
  purposes: string[]
  dutyEmail: string
  dutyPhone: string
  investigates: boolean
  mine: boolean
  mayChange: boolean
}

type Row = typeof agency.$inferSelect

/** The directory: what everybody may know about every agency of the partnership. */
export async function listAgencies({ actor }: { actor: Actor }): Promise<AgencyListed[]> {
  const rows = await asActor(actor, (tx) => tx.select().from(agency).orderBy(asc(agency.name)))
  return rows.map((row) => listed(row, actor))
}

/** One agency in words, beside its row as the form wants it; null when there is none. */
export async function findAgency(
  { actor }: { actor: Actor },
  agencyId: string,
): Promise<{ agency: AgencyListed; row: Row } | null> {
  const [row] = await asActor(actor, (tx) => tx.select().from(agency).where(eq(agency.agencyId, agencyId)))
  return row ? { agency: listed(row, actor), row } : null
}

function listed(row: Row, actor: Actor): AgencyListed {
  const { agencyId, name, initials, offers, hours, takesReferrals, dutyEmail, dutyPhone, investigates } = row
  const type = isAgencyKind(row.kind) ? AGENCY_TYPES[row.kind] : undefined
  return {
    ...{ agencyId, name, initials, offers, hours, takesReferrals, dutyEmail, dutyPhone, investigates },
    kind: type?.label ?? row.kind,
    canReceive: type?.canReceive ?? false,
    strands: labelsOf(row.strands, STRANDS),
    purposes: labelsOf(row.purposes, CONSENT_PURPOSES),
    mine: agencyId === actor.agencyId,
    mayChange: permissionsOf(actor).may('update', 'agency', row),
  }
}

function labelsOf(ids: readonly string[], vocabulary: Record<string, { label: string }>): string[] {
  return ids.map((id) => vocabulary[id]?.label ?? id)
}

/** What an agency of this kind may receive referrals for. */
export function receivablePurposes(kind: string): ConsentPurpose[] {
  return isAgencyKind(kind) ? [...agencyType(kind).purposes] : []
}
