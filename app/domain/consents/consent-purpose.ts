import { type DataCategory, OFFERED_CATEGORY_IDS } from './data-category.ts'

interface Purpose {
  label: string
  /** Completes "… may use it to " in words a client knows. */
  toClient: string
  /** The data usually needed, including data that Accord cannot record yet; `usualCategories` leaves those out. */
  usualCategories: readonly DataCategory[]
  /** Months until the client is asked again. */
  lastsMonths: number
}

const NEEDED = ['name', 'safe_contact'] as const
/** Needed by agencies that must identify the client or visit them at home. */
const IDENTITY = ['date_of_birth', 'address'] as const

/** What another agency may do with the data. AGENCY_TYPES says which agencies receive for each purpose. */
export const CONSENT_PURPOSES = {
  support: {
    label: 'Support',
    toClient: 'support you',
    usualCategories: [...NEEDED, 'incident_details', 'strand', 'risk'],
    lastsMonths: 6,
  },
  investigation: {
    label: 'Investigation',
    toClient: 'look into what happened',
    usualCategories: [...NEEDED, ...IDENTITY, 'incident_details', 'strand', 'risk', 'evidence'],
    lastsMonths: 6,
  },
  enforcement: {
    label: 'Action against the people responsible',
    toClient: 'take action against the people responsible',
    usualCategories: [...NEEDED, ...IDENTITY, 'incident_details', 'strand', 'evidence'],
    lastsMonths: 6,
  },
  rehousing: {
    label: 'Re-housing',
    toClient: 'find you somewhere else to live',
    usualCategories: [...NEEDED, ...IDENTITY, 'incident_details', 'risk'],
    lastsMonths: 6,
  },
  repairs_security: {
    label: 'Repairs and security of the home',
    toClient: 'repair your home or make it safer',
    usualCategories: [...NEEDED, 'address'],
    lastsMonths: 6,
  },
  risk_meeting: {
    label: 'Meeting about risk',
    toClient: 'meet with other agencies to plan how to keep you safe',
    usualCategories: [...NEEDED, ...IDENTITY, 'incident_details', 'strand', 'risk', 'action_plan'],
    lastsMonths: 6,
  },
} as const satisfies Record<string, Purpose>

export type ConsentPurpose = keyof typeof CONSENT_PURPOSES

export const CONSENT_PURPOSE_IDS = Object.keys(CONSENT_PURPOSES) as ConsentPurpose[]

/** The data categories that the form proposes for these purposes, of those that Accord can record. */
export function usualCategories(purposes: readonly ConsentPurpose[]): DataCategory[] {
  const usual = new Set<DataCategory>(purposes.flatMap((purpose) => CONSENT_PURPOSES[purpose].usualCategories))
  return OFFERED_CATEGORY_IDS.filter((id) => usual.has(id))
}
