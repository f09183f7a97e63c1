import type { CaseOption } from '../../domain/options/option.ts'

export interface OptionText {
  what: string
  who: string
  howLong: string
}

/** What to tell the client about each option. It stays on the server: only the page of options shows it. */
export const OPTION_TEXTS: Readonly<Record<CaseOption, OptionText>> = {
  target_hardening: {
    what: 'Stronger locks, a fireproof letterbox, an alarm, lighting, a camera or a fire-safety visit.',
    who: 'Your agency, a contractor or the fire service.',
    howLong: 'Often days. Ask for a fire-safety visit today if there is a threat of fire.',
  },
  referral: {
    what: 'People who listen, advise and go with the client. The police can investigate a crime.',
    who: 'Victim Support, the police, or an agency for the client’s community. The client chooses.',
    howLong: 'You refer within one working day of the decision. The other agency answers in about two.',
  },
  perpetrator_action: {
    what: 'A talk, a warning letter, an agreement on behaviour, or a court order.',
    who: 'Your agency, with the police where it is a crime. No one acts before the client is asked.',
    howLong: 'A warning takes days. A court can take months.',
  },
  rehousing: {
    what: 'Another home, for some time or for good. It is for exceptional cases.',
    who: 'A manager decides. The landlord or the council finds the home.',
    howLong: 'It depends on which homes are free. Tell the client what you do not know.',
  },
  storage: {
    what: 'The client’s belongings are removed and kept somewhere safe for a time. It is for exceptional cases.',
    who: 'A manager decides. A removal firm collects and stores.',
    howLong: 'Agree the first and the last day with the client.',
  },
}
