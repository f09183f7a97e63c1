import { STRANDS, type StrandId } from '../cases/strand.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../consents/consent-purpose.ts'
import { agencyType, isAgencyKind } from '../partnership/agency.ts'

/** An agency of the directory. Empty means: all strands, all purposes of its kind, the whole city. */
export interface DirectoryAgency {
  agencyId: string
  kind: string
  name: string
  strands: readonly string[]
  purposes: readonly string[]
  wards: readonly string[]
  takesReferrals: boolean
}

export interface RecipientSuggestion {
  agencyId: string
  name: string
  takesReferrals: boolean
  /** Whether the client has agreed to share with it for this purpose. */
  agreed: boolean
  /** Why the agency is at this place in the list. */
  reason: string
}

interface Wanted {
  fromAgencyId: string
  /** Null if the purpose is not chosen yet. */
  purpose: ConsentPurpose | null
  strands: readonly StrandId[]
  /** Wards of the incidents; empty if none is recorded. */
  wards: readonly string[]
  hasAgreed: (agencyId: string) => boolean
}

/** How well an agency fits: smaller is better, compared number by number from the first. */
interface Fit {
  agency: DirectoryAgency
  agreed: boolean
  shared: StrandId[]
  order: number[]
}

/**
 * The agencies that can receive such a referral, the best fit first. Agencies that take no new referrals come last.
 * Otherwise those the client agreed to come first, then all but landlords (which serve only their own tenants), then
 * by strand, purpose and ward. Ties are ordered by name.
 */
export function suggestRecipients(agencies: readonly DirectoryAgency[], wanted: Wanted): RecipientSuggestion[] {
  return agencies
    .filter((agency) => agency.agencyId !== wanted.fromAgencyId && serves(agency, wanted.purpose))
    .map((agency) => fitOf(agency, wanted))
    .sort((a, b) => compareOrders(a.order, b.order) || byName(a.agency, b.agency))
    .map((fit) => ({
      agencyId: fit.agency.agencyId,
      name: fit.agency.name,
      takesReferrals: fit.agency.takesReferrals,
      agreed: fit.agreed,
      reason: reasonFor(fit, wanted),
    }))
}

function serves(agency: DirectoryAgency, purpose: ConsentPurpose | null): boolean {
  if (!isAgencyKind(agency.kind) || !agencyType(agency.kind).canReceive) return false
  const purposes = agency.purposes.length > 0 ? agency.purposes : agencyType(agency.kind).purposes
  return purpose === null || purposes.includes(purpose)
}

function fitOf(agency: DirectoryAgency, { purpose, strands, wards, hasAgreed }: Wanted): Fit {
  const agreed = hasAgreed(agency.agencyId)
  const shared = strands.filter((strand) => agency.strands.includes(strand))
  const namesPurpose = purpose !== null && agency.purposes.includes(purpose)
  const order = [
    Number(!agency.takesReferrals),
    Number(!agreed),
    Number(isForOwnTenants(agency)),
    strandRank(agency, shared),
    -shared.length,
    Number(!namesPurpose),
    areaRank(agency, wards),
  ]
  return { agency, agreed, shared, order }
}

function isForOwnTenants({ kind }: DirectoryAgency): boolean {
  return isAgencyKind(kind) && agencyType(kind).ownTenantsOnly === true
}

function strandRank(agency: DirectoryAgency, shared: readonly StrandId[]): number {
  if (shared.length > 0) return 0
  return agency.strands.length === 0 ? 1 : 2
}

function areaRank(agency: DirectoryAgency, wards: readonly string[]): number {
  if (agency.wards.length === 0 || wards.length === 0) return 1
  return wards.some((ward) => agency.wards.includes(ward)) ? 0 : 2
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((value, position) => value !== b[position])
  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
}

function byName(a: DirectoryAgency, b: DirectoryAgency): number {
  return a.name < b.name ? -1 : Number(a.name > b.name)
}

function reasonFor({ agency, shared }: Fit, { purpose, wards }: Wanted): string {
  const does = purpose ? `Takes referrals for ${CONSENT_PURPOSES[purpose].label.toLowerCase()}` : 'Takes referrals'
  const known = shared.map((strand) => STRANDS[strand].short.toLowerCase()).join(' and ')
  const fit = known
    ? `${does} and specialises in ${known}.`
    : agency.strands.length === 0
      ? `${does}, whatever the strand.`
      : `${does}, but specialises in other strands.`
  return [
    agency.takesReferrals ? '' : 'Takes no new referrals at present.',
    fit,
    isForOwnTenants(agency) ? 'Only for its own tenants.' : '',
    areaRank(agency, wards) === 2 ? `Serves other areas: ${agency.wards.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
