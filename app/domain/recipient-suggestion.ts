import { agencyType, isAgencyKind } from './agency.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from './consent-purpose.ts'
import { STRANDS, type StrandId } from './strand.ts'

/** An agency of the directory. No strands: it serves everybody. No purposes: those of its kind. */
export interface DirectoryAgency {
  agencyId: string
  kind: string
  name: string
  strands: readonly string[]
  purposes: readonly string[]
  takesReferrals: boolean
}

export interface RecipientSuggestion {
  agencyId: string
  name: string
  takesReferrals: boolean
  /** A sentence that says why it stands where it stands. */
  reason: string
}

interface Wanted {
  fromAgencyId: string
  purpose: ConsentPurpose
  strands: readonly StrandId[]
}

/**
 * The agencies that may receive such a referral, the best fit first: those that know the strand, then those that serve
 * everybody, then specialists of another strand; those that take no new referrals last of all. Ties go by name.
 */
export function suggestRecipients(agencies: readonly DirectoryAgency[], wanted: Wanted): RecipientSuggestion[] {
  return agencies
    .filter((agency) => agency.agencyId !== wanted.fromAgencyId && serves(agency, wanted.purpose))
    .map((agency) => ({ agency, shared: wanted.strands.filter((strand) => agency.strands.includes(strand)) }))
    .sort((a, b) => rank(a) - rank(b) || b.shared.length - a.shared.length || byName(a.agency, b.agency))
    .map(({ agency, shared }) => ({
      agencyId: agency.agencyId,
      name: agency.name,
      takesReferrals: agency.takesReferrals,
      reason: reasonFor(agency, shared, wanted.purpose),
    }))
}

function serves(agency: DirectoryAgency, purpose: ConsentPurpose): boolean {
  if (!isAgencyKind(agency.kind) || !agencyType(agency.kind).canReceive) return false
  const purposes = agency.purposes.length > 0 ? agency.purposes : agencyType(agency.kind).purposes
  return purposes.includes(purpose)
}

function rank({ agency, shared }: { agency: DirectoryAgency; shared: readonly StrandId[] }): number {
  if (!agency.takesReferrals) return 3
  if (shared.length > 0) return 0
  return agency.strands.length === 0 ? 1 : 2
}

function byName(a: DirectoryAgency, b: DirectoryAgency): number {
  return a.name < b.name ? -1 : Number(a.name > b.name)
}

function reasonFor(agency: DirectoryAgency, shared: readonly StrandId[], purpose: ConsentPurpose): string {
  const does = `Takes referrals for ${CONSENT_PURPOSES[purpose].label.toLowerCase()}`
  const known = shared.map((strand) => STRANDS[strand].short.toLowerCase()).join(' and ')
  const fit = known
    ? `${does} and specialises in ${known}.`
    : agency.strands.length === 0
      ? `${does}, whatever the strand.`
      : `${does}, but specialises in other strands.`
  return agency.takesReferrals ? fit : `Takes no new referrals at present. ${fit}`
}
