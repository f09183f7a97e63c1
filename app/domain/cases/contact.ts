/** How the client was contacted. `asks` is the safety question about this channel. */
export const CONTACT_CHANNELS = {
  phone: { label: 'Phone call', asks: 'safeToCall' },
  video: { label: 'Video call', asks: 'safeToCall' },
  text: { label: 'Text message', asks: 'safeToText' },
  email: { label: 'E-mail', asks: 'safeToEmail' },
  letter: { label: 'Letter', asks: 'safeToPost' },
  home_visit: { label: 'Home visit', asks: null },
  in_person: { label: 'In person', asks: null },
  trusted_person: { label: 'Through a trusted person', asks: null },
} as const satisfies Record<string, { label: string; asks: string | null }>

export type ContactChannel = keyof typeof CONTACT_CHANNELS

/** The result of a contact. Only `succeeded` (both sides took part) keeps the contact standards R3 and R4. */
export const CONTACT_OUTCOMES = {
  spoke: { label: 'We spoke', succeeded: true },
  answered: { label: 'They answered in writing', succeeded: true },
  spoke_to_representative: { label: 'We spoke to the person who acts for them', succeeded: true },
  no_answer: { label: 'No one answered', succeeded: false },
  left_message: { label: 'Left a message', succeeded: false },
  sent_message: { label: 'Sent a message, no answer yet', succeeded: false },
  not_safe_to_talk: { label: 'It was not safe to talk', succeeded: false },
  somebody_else_answered: { label: 'Someone else answered, and we said nothing', succeeded: false },
  wrong_details: { label: 'The number or address is wrong', succeeded: false },
  nobody_home: { label: 'No one was in', succeeded: false },
} as const satisfies Record<string, { label: string; succeeded: boolean }>

export type ContactOutcome = keyof typeof CONTACT_OUTCOMES

export const CONTACT_OUTCOME_IDS = Object.keys(CONTACT_OUTCOMES) as ContactOutcome[]

export const FAILED_CONTACT_OUTCOMES = CONTACT_OUTCOME_IDS.filter((id) => !CONTACT_OUTCOMES[id].succeeded)

/** Only a client who answered keeps R3 or R4; an attempt does not. */
export function contactSucceeded(outcome: ContactOutcome): boolean {
  return CONTACT_OUTCOMES[outcome].succeeded
}
