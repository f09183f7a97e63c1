import type { StaffRole } from '../partnership/actor.ts'
import { DECIDED_BY } from '../partnership/second-person.ts'

/** How a person gets a message: a mail of its own at once, one mail a day with the others, or on the page only. */
export const DELIVERIES = {
  at_once: { label: 'Immediately' },
  digest: { label: 'In one e-mail at 07:30 on working days' },
  never: { label: 'Not by e-mail, only in Accord' },
} as const satisfies Record<string, { label: string }>

export type Delivery = keyof typeof DELIVERIES

export const HOW_TOLD_IDS = Object.keys(DELIVERIES) as Delivery[]

/** The kinds of page a mail links to; `page-address.ts` has their addresses. */
export type NotificationPage =
  | 'received-referral'
  | 'sent-referral'
  | 'case'
  | 'override'
  | 'decision'
  | 'awareness-event'
  | 'release'
  | 'release-rules'

interface Kind {
  label: string
  /** The mail's subject, beginning with the reference. No mail holds anything about a client. */
  subject: string
  sentence: string
  page: NotificationPage
  byDefault: Delivery
  /** Whether the agency's duty address also gets it, always at once. */
  toDuty: boolean
  onlyManagers?: true
  /** Only for people who decide on map releases and their rules. */
  onlyReleasers?: true
}

/** The kinds of notification. Each person chooses how to get each kind. */
const NOTIFICATION_KINDS = {
  'referral-arrived': {
    label: 'A referral arrives',
    subject: 'a referral is waiting for your agency',
    sentence: 'Another agency has referred a client to yours. Please confirm receipt and answer.',
    page: 'received-referral',
    byDefault: 'digest',
    toDuty: true,
  },
  'referral-changed': {
    label: 'A referral to us changes or is withdrawn',
    subject: 'a referral to your agency has changed',
    sentence: 'The agency that sent this referral has changed or withdrawn it. Look before you act on it.',
    page: 'received-referral',
    byDefault: 'at_once',
    toDuty: true,
  },
  'referral-handed-over': {
    label: 'A referral to us gets another worker',
    subject: 'the worker of a referral has changed',
    sentence: 'A referral to your agency has a new worker, or has no worker now.',
    page: 'received-referral',
    byDefault: 'at_once',
    toDuty: false,
  },
  'question-unanswered': {
    label: 'We have not answered a question about our referral',
    subject: 'a question still waits for your answer',
    sentence: 'The agency you referred to asked a question and needs your answer to continue.',
    page: 'sent-referral',
    byDefault: 'at_once',
    toDuty: true,
  },
  'referral-answered': {
    label: 'A referral of mine is accepted or declined',
    subject: 'your referral has been answered',
    sentence: 'The agency you referred to has answered. Your client may be waiting to hear.',
    page: 'sent-referral',
    byDefault: 'at_once',
    toDuty: true,
  },
  'information-asked': {
    label: 'More information is needed for a referral of mine',
    subject: 'more information is needed for your referral',
    sentence: 'The agency you referred to needs an answer from you to continue.',
    page: 'sent-referral',
    byDefault: 'at_once',
    toDuty: true,
  },
  'referral-news': {
    label: 'News about a referral of mine',
    subject: 'there is news about your referral',
    sentence: 'The agency you referred to has recorded what happened next.',
    page: 'sent-referral',
    byDefault: 'digest',
    toDuty: false,
  },
  'referral-unanswered': {
    label: 'Another agency does not answer our referral in time',
    subject: 'a referral is still unanswered',
    sentence: 'This referral was not answered in the time the partnership agreed.',
    page: 'sent-referral',
    byDefault: 'at_once',
    toDuty: true,
  },
  'inbox-unanswered': {
    label: 'We do not answer a referral in time',
    subject: 'your agency has not answered a referral',
    sentence: 'A client is waiting: this referral was not confirmed or answered in the time the partnership agreed.',
    page: 'received-referral',
    byDefault: 'at_once',
    toDuty: true,
  },
  'referral-chased': {
    label: 'The sender reminds us of a referral',
    subject: 'a reminder of a referral to your agency',
    sentence: 'The agency that sent this referral asks for an update.',
    page: 'received-referral',
    byDefault: 'at_once',
    toDuty: true,
  },
  'deadline-at-risk': {
    label: 'A deadline is near or missed',
    subject: 'a deadline is near or missed',
    sentence:
      'A service standard is about to be missed, or has been missed. The case shows which one, and why it has that date.',
    page: 'case',
    byDefault: 'at_once',
    toDuty: false,
  },
  'interview-near': {
    label: 'An interview of mine is tomorrow',
    subject: 'you have an appointment',
    sentence: 'An appointment of this case is near. The case shows when it is, and what is still to book.',
    page: 'case',
    byDefault: 'at_once',
    toDuty: false,
  },
  'serious-report': {
    label: 'A serious incident is reported',
    subject: 'a serious incident has been reported',
    // Names neither violence nor contact: a case can be serious without violence, and some clients must not be contacted.
    sentence: 'This case is marked as serious. The case page shows its deadlines.',
    page: 'case',
    byDefault: 'at_once',
    toDuty: true,
  },
  'repair-excepted': {
    label: 'A repair or graffiti is recorded as an exception',
    subject: 'a repair is recorded as an exception',
    sentence: 'A colleague has recorded why the 24 hours of a repair or of graffiti cannot be kept. Please check it.',
    page: 'case',
    byDefault: 'at_once',
    toDuty: false,
    onlyManagers: true,
  },
  'high-risk': {
    label: 'A case has a high risk',
    subject: 'a case needs a manager to look at it',
    // Says nothing of the risk itself: a mail may be read by others.
    sentence: 'A case worker has assessed this case. The case shows the level and what to do.',
    page: 'case',
    byDefault: 'at_once',
    toDuty: false,
    onlyManagers: true,
  },
  'case-allocated': {
    label: 'A case is allocated to me',
    subject: 'a case has been allocated to you',
    sentence: 'You are the case worker of this case from now on.',
    page: 'case',
    byDefault: 'at_once',
    toDuty: false,
  },
  'case-unallocated': {
    label: 'A case is back in the queue',
    subject: 'a case needs a case worker',
    sentence: 'The case worker has left this case. It needs a new case worker.',
    page: 'case',
    byDefault: 'at_once',
    toDuty: true,
    onlyManagers: true,
  },
  'consent-withdrawn': {
    label: 'A client withdraws consent',
    subject: 'a client has withdrawn consent',
    sentence: 'Sharing has stopped. Tell the client what had already been shared.',
    page: 'case',
    byDefault: 'at_once',
    toDuty: false,
  },
  'authorisation-asked': {
    label: 'My authorisation is needed',
    subject: 'your authorisation is needed',
    sentence: 'A colleague asks to share without consent. A manager other than that colleague must decide.',
    page: 'override',
    byDefault: 'at_once',
    toDuty: false,
    onlyManagers: true,
  },
  'authorisation-decided': {
    label: 'My request to share without consent is decided',
    subject: 'your request has been decided',
    sentence: 'A manager has decided on your request to share without consent.',
    page: 'override',
    byDefault: 'at_once',
    toDuty: false,
  },
  'decision-asked': {
    label: 'My decision about a case is needed',
    subject: 'your decision is needed',
    sentence: 'A colleague asks a manager to decide about this case. A manager other than that colleague must decide.',
    page: 'decision',
    byDefault: 'at_once',
    toDuty: false,
    onlyManagers: true,
  },
  'decision-made': {
    label: 'My request to a manager is decided',
    subject: 'a manager has answered your request',
    sentence: 'A manager has decided on your request, or has a question about it.',
    page: 'decision',
    byDefault: 'at_once',
    toDuty: false,
  },
  'awareness-invited': {
    label: 'We are invited to awareness work',
    subject: 'your agency is invited to take part',
    sentence: 'Another agency is planning awareness work and asks if your agency will take part.',
    page: 'awareness-event',
    byDefault: 'at_once',
    toDuty: true,
    onlyManagers: true,
  },
  'awareness-changed': {
    label: 'Awareness work we are invited to changes or is cancelled',
    subject: 'a plan your agency is part of has changed',
    sentence: 'The agency that planned this awareness work has changed or cancelled it.',
    page: 'awareness-event',
    byDefault: 'at_once',
    toDuty: true,
    onlyManagers: true,
  },
  'release-proposed': {
    label: 'A release of the map waits for my decision',
    subject: 'a release waits for your decision',
    sentence: 'Another person has proposed a release of the map. You can see it, and publish or refuse it.',
    page: 'release',
    byDefault: 'at_once',
    toDuty: false,
    onlyReleasers: true,
  },
  'rules-proposed': {
    label: 'New rules for releases wait for my decision',
    subject: 'new rules wait for your decision',
    sentence: 'Another person has proposed new rules for releases of the map. You can accept or refuse them.',
    page: 'release-rules',
    byDefault: 'at_once',
    toDuty: false,
    onlyReleasers: true,
  },
} as const satisfies Record<string, Kind>

export type NotificationKind = keyof typeof NOTIFICATION_KINDS

export const NOTIFICATION_KIND_IDS = Object.keys(NOTIFICATION_KINDS) as NotificationKind[]

/** The row of a kind, widened so that one function can read them all. */
export function kindOf(kind: NotificationKind): Kind {
  return NOTIFICATION_KINDS[kind]
}

/** The kinds of notification that a role can get, for the account page. */
export function listKindsForRole(role: StaffRole): NotificationKind[] {
  return NOTIFICATION_KIND_IDS.filter((kind) => {
    const { onlyManagers, onlyReleasers } = kindOf(kind)
    if (onlyReleasers) return DECIDED_BY.release.some((one: StaffRole) => one === role)
    return role === 'manager' || (role === 'case_worker' && !onlyManagers)
  })
}

/** The person's own choice, or the default of the kind. */
export function deliveryOf(kind: NotificationKind, choice: Delivery | undefined): Delivery {
  return choice ?? NOTIFICATION_KINDS[kind].byDefault
}
