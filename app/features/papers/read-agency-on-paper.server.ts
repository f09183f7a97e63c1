import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import type { AgencyOnPaper } from '../../documents/papers/agency-on-paper.ts'
import type { ContactOnPaper } from '../../documents/papers/support-pack-paper.ts'
import { STRAND_IDS } from '../../domain/cases/strand.ts'
import { CONSENT_PURPOSE_IDS } from '../../domain/consents/consent-purpose.ts'
import { agencyType, isAgencyKind } from '../../domain/partnership/agency.ts'
import { onOneLine } from './paper-case.ts'

export async function readAgencyOnPaper(tx: Tx, agencyId: string): Promise<AgencyOnPaper & { investigates: boolean }> {
  const [row] = await tx.select().from(agency).where(eq(agency.agencyId, agencyId))
  if (!row) throw new Error(`The directory has no agency ${agencyId}.`)
  const { name, dutyPhone, dutyEmail, hours, investigates } = row
  return {
    name: onOneLine(name),
    phone: onOneLine(dutyPhone),
    email: onOneLine(dutyEmail),
    hours: onOneLine(hours),
    investigates,
  }
}

/**
 * The agencies of the directory that a client of this agency can turn to, with a phone number. A landlord serves its own
 * tenants only, so other landlords are left out. One that helps all strands, or names none, helps everyone.
 */
export async function readUsefulContacts(tx: Tx, ownAgencyId: string): Promise<ContactOnPaper[]> {
  const rows = await tx.select().from(agency).orderBy(asc(agency.name), asc(agency.agencyId))
  return rows.filter((row) => row.dutyPhone !== '' && isForClientsOf(ownAgencyId, row)).map(contactOf)
}

type AgencyRow = typeof agency.$inferSelect

function isForClientsOf(ownAgencyId: string, { agencyId, kind }: AgencyRow): boolean {
  return agencyId === ownAgencyId || !isAgencyKind(kind) || agencyType(kind).ownTenantsOnly !== true
}

function contactOf({ name, offers, dutyPhone, hours, purposes, strands }: AgencyRow): ContactOnPaper {
  const named = STRAND_IDS.filter((id) => strands.includes(id))
  return {
    name: onOneLine(name),
    offers: onOneLine(offers),
    phone: onOneLine(dutyPhone),
    hours: onOneLine(hours),
    needs: CONSENT_PURPOSE_IDS.filter((id) => purposes.includes(id)),
    strands: named.length === STRAND_IDS.length ? [] : named,
  }
}
