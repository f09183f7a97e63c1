interface Category {
  /** For staff. */
  label: string
  /** Completes "… may know: " in the client's own terms. */
  toClient: string
  /** Whether Accord can record it. Forms offer nothing else; consents recorded earlier keep what they cover. */
  offered: boolean
}

/** What a referral can carry, by the data categories a client agrees to one by one; referral-package.ts has the fields of each. */
export const DATA_CATEGORIES = {
  name: { label: 'Name', toClient: 'your name', offered: true },
  date_of_birth: { label: 'Date of birth', toClient: 'your date of birth', offered: true },
  address: { label: 'Address', toClient: 'your address', offered: true },
  safe_contact: {
    label: 'Safe contact and communication needs',
    toClient: 'your phone number and e-mail, how to reach you safely, and the language and help you need to talk',
    offered: true,
  },
  incident_details: {
    label: 'What happened and wishes',
    toClient: 'what happened, and what you would like to happen',
    offered: true,
  },
  strand: { label: 'Strand of the hate', toClient: 'why you feel you were targeted', offered: true },
  risk: { label: 'Risk and safety', toClient: 'how safe you are, and who else may be at risk', offered: true },
  action_plan: { label: 'Action plan', toClient: 'what we have agreed to do together', offered: false },
  evidence: {
    label: 'List of evidence',
    toClient: 'which photos, recordings or papers there are',
    offered: false,
  },
  equality: { label: 'Equality monitoring', toClient: 'the equality questions you answered', offered: false },
} as const satisfies Record<string, Category>

export type DataCategory = keyof typeof DATA_CATEGORIES

export const DATA_CATEGORY_IDS = Object.keys(DATA_CATEGORIES) as DataCategory[]

/** What a form may ask about, and what is worth naming as not shared. */
export const OFFERED_CATEGORY_IDS = DATA_CATEGORY_IDS.filter((id) => DATA_CATEGORIES[id].offered)

/** Left out only where the client or the worker explicitly chose so: without a name, a call reaches anyone who answers the phone. */
export const CATEGORY_WITH_A_NUMBER = 'name' satisfies DataCategory

/** No referral goes without it: calling an unsafe number is the harm that real referrals did (docs/practice.md). */
export const CATEGORY_NEVER_LEFT_OUT = 'safe_contact' satisfies DataCategory

/** Whether an agency could call without knowing whom. */
export function isNumberWithoutName(categories: readonly DataCategory[]): boolean {
  return categories.includes(CATEGORY_NEVER_LEFT_OUT) && !categories.includes(CATEGORY_WITH_A_NUMBER)
}
