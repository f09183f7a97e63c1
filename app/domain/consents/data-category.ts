interface Category {
  label: string
  /** Completes "… may know: " in words for the client. */
  toClient: string
  /** Whether Accord can record it. Forms offer nothing else; earlier consents keep what they cover. */
  offered: boolean
}

/** The categories of data that a client agrees to one by one. `referral-package.ts` lists the fields of each. */
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
  risk: {
    label: 'Risk and safety',
    toClient: 'how safe you are, what makes it so, and who else may be at risk',
    offered: true,
  },
  action_plan: { label: 'Action plan', toClient: 'what we have agreed to do together', offered: true },
  evidence: {
    label: 'List of evidence',
    toClient: 'which photos, recordings or papers there are',
    offered: true,
  },
  equality: { label: 'Equality monitoring', toClient: 'the equality questions you answered', offered: false },
} as const satisfies Record<string, Category>

export type DataCategory = keyof typeof DATA_CATEGORIES

export const DATA_CATEGORY_IDS = Object.keys(DATA_CATEGORIES) as DataCategory[]

/** The categories a form offers, and those named as not shared. */
export const OFFERED_CATEGORY_IDS = DATA_CATEGORY_IDS.filter((id) => DATA_CATEGORIES[id].offered)

/** Without a name, a call reaches anyone who answers the phone. It is left out only by explicit choice. */
export const CATEGORY_WITH_A_NUMBER = 'name' satisfies DataCategory

/** No referral goes without it: calls to unsafe numbers harmed clients of real referrals (docs/practice.md). */
export const CATEGORY_NEVER_LEFT_OUT = 'safe_contact' satisfies DataCategory

/** Whether the agency would get a number without a name. */
export function isNumberWithoutName(categories: readonly DataCategory[]): boolean {
  return categories.includes(CATEGORY_NEVER_LEFT_OUT) && !categories.includes(CATEGORY_WITH_A_NUMBER)
}
