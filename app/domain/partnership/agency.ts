import type { ConsentPurpose } from '../consents/consent-purpose.ts'

interface AgencyType {
  label: string
  /** Whether V6 and the investigation pages apply; the agency's own row can override it. */
  investigates: boolean
  canReceive: boolean
  thirdPartyReporting: boolean
  /** Serves its own tenants only, so it is suggested last to other clients. */
  ownTenantsOnly?: true
  /** The purposes for which an agency of this kind can receive referrals. */
  purposes: readonly ConsentPurpose[]
}

/** The kinds of agency. To add a kind, add a row: no other source file names its id. */
export const AGENCY_TYPES = {
  social_landlord: {
    label: 'Social landlord',
    investigates: true,
    canReceive: true,
    thirdPartyReporting: false,
    ownTenantsOnly: true,
    purposes: ['support', 'investigation', 'enforcement', 'rehousing', 'repairs_security', 'risk_meeting'],
  },
  police_force: {
    label: 'Police',
    investigates: true,
    canReceive: true,
    thirdPartyReporting: false,
    purposes: ['investigation', 'enforcement', 'risk_meeting'],
  },
  council_unit: {
    label: 'Council, cohesion and safety',
    investigates: false,
    canReceive: true,
    thirdPartyReporting: false,
    purposes: ['support', 'enforcement', 'rehousing', 'risk_meeting'],
  },
  street_scene: {
    label: 'Council, graffiti and repairs',
    investigates: false,
    canReceive: true,
    thirdPartyReporting: false,
    purposes: ['repairs_security'],
  },
  victim_support: {
    label: 'Victim support',
    investigates: false,
    canReceive: true,
    thirdPartyReporting: false,
    purposes: ['support', 'risk_meeting'],
  },
  community_support: {
    label: 'Community support',
    investigates: false,
    canReceive: true,
    thirdPartyReporting: false,
    purposes: ['support', 'risk_meeting'],
  },
  fire_and_rescue: {
    label: 'Fire and rescue',
    investigates: false,
    canReceive: true,
    thirdPartyReporting: false,
    purposes: ['repairs_security', 'risk_meeting'],
  },
  reporting_centre: {
    label: 'Third-party reporting centre',
    investigates: false,
    canReceive: false,
    thirdPartyReporting: true,
    purposes: [],
  },
} as const satisfies Record<string, AgencyType>

export type AgencyKind = keyof typeof AGENCY_TYPES

export const AGENCY_KIND_IDS = Object.keys(AGENCY_TYPES) as AgencyKind[]

export function isAgencyKind(id: string): id is AgencyKind {
  return Object.hasOwn(AGENCY_TYPES, id)
}

/** The row of a kind, typed so that any purpose can be looked up in it. */
export function agencyType(kind: AgencyKind): AgencyType {
  return AGENCY_TYPES[kind]
}

export function canReceiveFor(kind: AgencyKind, purpose: ConsentPurpose): boolean {
  const type = agencyType(kind)
  return type.canReceive && type.purposes.includes(purpose)
}

/** Whether an agency of this kind takes reports and refers on, so that interview and plan are the receiver's. */
export function refersOn(kind: string): boolean {
  return isAgencyKind(kind) && agencyType(kind).thirdPartyReporting
}
