import { lowerFirst } from '../text/first-letter.ts'
import { wordList } from '../text/word-list.ts'
import type { GateRefusal } from './consent.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from './consent-purpose.ts'
import {
  DATA_CATEGORIES,
  DATA_CATEGORY_IDS,
  type DataCategory,
  isNumberWithoutName,
  OFFERED_CATEGORY_IDS,
} from './data-category.ts'

/** Change it with every change of the sentences below. Each consent stores it together with the sentences. */
const CONSENT_WORDING_VERSION = '2026-12'

export interface ConsentWording {
  version: string
  mayKnow: string
  /** "They may not know: …"; empty when all data is shared. */
  mayNotKnow: string
  /** Says that they can call without knowing the client's name; empty when the name is shared. */
  withoutName: string
  mayUse: string
  changeMind: string
}

/** The sentences a client reads and decides about, for one agency. */
export function consentWording(choice: {
  agencyName: string
  purposes: readonly ConsentPurpose[]
  categories: readonly DataCategory[]
}): ConsentWording {
  const known = DATA_CATEGORY_IDS.filter((id) => choice.categories.includes(id))
  const notKnown = OFFERED_CATEGORY_IDS.filter((id) => !choice.categories.includes(id))
  const uses = choice.purposes.map((purpose) => CONSENT_PURPOSES[purpose].toClient)
  return {
    version: CONSENT_WORDING_VERSION,
    mayKnow: `${choice.agencyName} may know: ${inClientsWords(known) || 'nothing'}.`,
    mayNotKnow: notKnown.length === 0 ? '' : `They may not know: ${inClientsWords(notKnown)}.`,
    withoutName: isNumberWithoutName(choice.categories)
      ? `${choice.agencyName} can call you or write to you, but they do not know your name.`
      : '',
    mayUse: `They may use it only to ${wordList(uses) || 'nothing'}.`,
    changeMind:
      'You can say no, and we will still help you. You can change your mind at any time: tell us, and they will no longer see what we shared.',
  }
}

/** The sentences as one text, as a consent stores it. */
export function wordingAsText(wording: ConsentWording): string {
  return [wording.mayKnow, wording.mayNotKnow, wording.withoutName, wording.mayUse, wording.changeMind]
    .filter(Boolean)
    .join('\n')
}

const BECAUSE = {
  never_asked: 'The client has not been asked yet.',
  refused: 'The client said no.',
  not_now: 'The client said not now.',
  withdrawn: 'The client withdrew consent.',
  review_due: 'The consent has passed its review day: confirm it with the client before sharing anything new.',
  not_all_categories: 'The client has agreed to part of it only.',
  not_in_one: 'The client agreed to each of these on different occasions: ask once for all of them.',
} as const satisfies Record<GateRefusal['because'], string>

/** Names the missing consent: "There is no consent to share risk and safety with Beacon Victim Care for support. …" */
export function gateRefusalWords(refusal: GateRefusal, agencyName: string): string {
  const data = wordList(refusal.categories.map((id) => lowerFirst(DATA_CATEGORIES[id].label))) || 'anything'
  const purpose = lowerFirst(CONSENT_PURPOSES[refusal.purpose].label)
  return `There is no consent to share ${data} with ${agencyName} for ${purpose}. ${BECAUSE[refusal.because]}`
}

function inClientsWords(categories: readonly DataCategory[]): string {
  return categories.map((id) => DATA_CATEGORIES[id].toClient).join('; ')
}
