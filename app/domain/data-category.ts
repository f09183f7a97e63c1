/**
 * What a referral can carry, by the data categories a client agrees to one by one. `toClient` completes
 * "… may know: " in the client's own terms; `label` is for staff. The fields of each stand in referral-package.ts.
 */
export const DATA_CATEGORIES = {
  name: { label: 'Name', toClient: 'your name' },
  date_of_birth: { label: 'Date of birth', toClient: 'your date of birth' },
  address: { label: 'Address', toClient: 'your address' },
  safe_contact: {
    label: 'Safe contact and communication needs',
    toClient: 'your phone number and e-mail, how to reach you safely, and the language and help you need to talk',
  },
  incident_details: { label: 'What happened and wishes', toClient: 'what happened, and what you would like to happen' },
  strand: { label: 'Strand of the hate', toClient: 'why you feel you were targeted' },
  risk: { label: 'Risk and safety', toClient: 'how safe you are, and who else may be at risk' },
  action_plan: { label: 'Action plan', toClient: 'what we have agreed to do together' },
  evidence: { label: 'List of evidence', toClient: 'which photos, recordings or papers there are' },
  equality: { label: 'Equality monitoring', toClient: 'the equality questions you answered' },
} as const satisfies Record<string, { label: string; toClient: string }>

export type DataCategory = keyof typeof DATA_CATEGORIES

export const DATA_CATEGORY_IDS = Object.keys(DATA_CATEGORIES) as DataCategory[]

/** Left out only where that was chosen in so many words: a number without a name reaches whoever answers the phone. */
export const CATEGORY_WITH_A_NUMBER = 'name' satisfies DataCategory

/** No referral goes without it: calling an unsafe number is the harm that real referrals did (domain.md 4.4). */
export const CATEGORY_NEVER_LEFT_OUT = 'safe_contact' satisfies DataCategory
