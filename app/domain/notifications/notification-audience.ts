import type { ReferralState } from '../referrals/referral.ts'
import { dayInWords, toDay } from '../time/calendar-day.ts'
import type { NotificationKind } from './notification.ts'

/** A logged event: `agencyId` is the agency whose log it is, `actorId` the person who did it. */
export interface LoggedData<Data> {
  agencyId: string
  actorId: string
  data: Data
}

/** The messages to send after an event. `behind` has the rows that say whom it concerns. */
export type Notifies<Data> = (event: LoggedData<Data>, behind: RowsOfEvent) => NotificationToSend[]

interface ReferralOfEvent {
  referralId: string
  reference: string
  fromAgencyId: string
  toAgencyId: string
  sentAt: Date | null
  senderWorkerId: string
  recipientWorkerId: string | null
}

interface CaseOfEvent {
  caseId: string
  reference: string
  caseWorkerId: string | null
}

interface OverrideOfEvent {
  overrideId: string
  requestedBy: string
}

interface DecisionOfEvent {
  decisionId: string
  requestedBy: string
}

/** The rows that an event is about, where it has any, read as the agency of its log. */
export interface RowsOfEvent {
  referral?: ReferralOfEvent
  file?: CaseOfEvent
  override?: OverrideOfEvent
  decision?: DecisionOfEvent
  /** People who may decide as the second person. */
  deciders?: readonly { agencyId: string; staffId: string }[]
}

/** People of one agency: those named, its managers, its casework staff, or the worker of the referral's case. */
export interface Audience {
  staffIds: (string | null)[]
  managers?: true
  casework?: true
  caseWorkerBehind?: true
}

/** One message to one agency. It says where to look and nothing about any client. */
export interface NotificationToSend {
  agencyId: string
  kind: NotificationKind
  /** The id of what the page shows: a referral, a case, an override or awareness work. */
  subjectId: string
  reference: string
  /** The id in the page's address, where it is not `subjectId`. */
  pageId?: string
  to: Audience
  /** The person who did it, who needs no message. */
  except: string
}

type ToAgency = (kind: NotificationKind, to?: Audience) => NotificationToSend[]

/** Both sides of a referral: the people on each side, and functions to notify them or others in their agency. */
interface ReferralSides {
  bySender: boolean
  sender: Audience
  recipient: Audience
  toSender: ToAgency
  toRecipient: ToAgency
}

/** Notifies nobody about a referral that was not sent: the other agency must not learn of it. */
export function aboutReferral<Data>(tell: (data: Data, sides: ReferralSides) => NotificationToSend[]): Notifies<Data> {
  return ({ agencyId, actorId, data }, { referral }) => {
    if (!referral?.sentAt) return []
    const { referralId: subjectId, reference, fromAgencyId, toAgencyId } = referral
    const sender: Audience = { staffIds: [referral.senderWorkerId], caseWorkerBehind: true }
    const recipient: Audience = { staffIds: [referral.recipientWorkerId] }
    const about = { subjectId, reference, except: actorId }
    return tell(data, {
      bySender: agencyId === fromAgencyId,
      sender,
      recipient,
      toSender: (kind, to = sender) => [{ ...about, agencyId: fromAgencyId, kind, to }],
      toRecipient: (kind, to = recipient) => [{ ...about, agencyId: toAgencyId, kind, to }],
    })
  }
}

/** Whether the recipient is notified of a move. Expiry sends an escalation instead; closing changes nothing for it. */
export function isNotifiedToRecipient({ from, to }: { from: string; to: string }): boolean {
  return to !== 'expired' && (to !== 'closed' || from === 'closed')
}

/** What the sender is notified of when the recipient brings a referral to a state; null where the sender needs no message. */
const NEWS_OF_STATE: Record<ReferralState, NotificationKind | null> = {
  decided: null,
  sent: null,
  received: null,
  expired: null,
  information_asked: 'information-asked',
  accepted: 'referral-answered',
  declined: 'referral-answered',
  in_progress: 'referral-news',
  outcome_recorded: 'referral-news',
  closed: 'referral-news',
  rerouted: null,
  withdrawn_by_client: null,
  withdrawn_by_agency: null,
  stopped_consent_withdrawn: null,
  cancelled: null,
  entered_in_error: null,
}

/** The notification to the sender when the recipient moves a referral to this state, if any. */
export function notificationsOfState(state: string): NotificationKind[] {
  const kind = NEWS_OF_STATE[state as ReferralState]
  return kind ? [kind] : []
}

export function aboutOverride<Data>(
  kind: NotificationKind,
  to: (override: OverrideOfEvent) => Audience,
): Notifies<Data> {
  return ({ agencyId, actorId }, { override, file }) => {
    if (!override || !file) return []
    const { reference } = file
    return [{ agencyId, kind, subjectId: override.overrideId, reference, to: to(override), except: actorId }]
  }
}

export function aboutDecision<Data>(
  kind: NotificationKind,
  to: (decision: DecisionOfEvent) => Audience,
): Notifies<Data> {
  return ({ agencyId, actorId }, { decision, file }) => {
    if (!decision || !file) return []
    const { reference } = file
    return [{ agencyId, kind, subjectId: decision.decisionId, reference, to: to(decision), except: actorId }]
  }
}

interface CaseAudience {
  to: (kind: NotificationKind, to: Audience) => NotificationToSend[]
  toWorkerAndManagers: (kind: NotificationKind) => NotificationToSend[]
}

export function aboutCase<Data>(tell: (data: Data, audience: CaseAudience) => NotificationToSend[]): Notifies<Data> {
  return ({ agencyId, actorId, data }, { file }) => {
    if (!file) return []
    const about = { agencyId, subjectId: file.caseId, reference: file.reference, except: actorId }
    const workerAndManagers: Audience = { staffIds: [file.caseWorkerId], managers: true }
    return tell(data, {
      to: (kind, to) => [{ ...about, kind, to }],
      toWorkerAndManagers: (kind) => [{ ...about, kind, to: workerAndManagers }],
    })
  }
}

/** Awareness work has no reference, so its day identifies it. */
export function toInvitedAgencies(
  kind: NotificationKind,
): Notifies<{ eventId: string; heldOn: string; partnerAgencyIds: string[] }> {
  return ({ actorId, data: { eventId, heldOn, partnerAgencyIds } }) => {
    const reference = `Awareness work on ${dayInWords(toDay(heldOn))}`
    const about = { kind, subjectId: eventId, reference, except: actorId }
    return partnerAgencyIds.map((agencyId) => ({ ...about, agencyId, to: { staffIds: [], managers: true } }))
  }
}

export function toDeciders<Data>(
  about: (event: LoggedData<Data>) => Pick<NotificationToSend, 'kind' | 'subjectId' | 'reference'>,
): Notifies<Data> {
  return (event, { deciders = [] }) =>
    [...Map.groupBy(deciders, ({ agencyId }) => agencyId)].map(([agencyId, people]) => ({
      ...about(event),
      agencyId,
      to: { staffIds: people.map(({ staffId }) => staffId) },
      except: event.actorId,
    }))
}
