import type { CaseEvent } from '../cases/case-event.ts'
import type { ActorRole } from '../partnership/actor.ts'
import type { ReferralState } from '../referrals/referral.ts'
import { dayInWords, toDay } from '../time/calendar-day.ts'
import type { NotificationKind } from './notification.ts'

/** An event as the log holds it: whose log, and who did it. */
export type LoggedEvent = CaseEvent & { agencyId: string; actorId: string; actorRole: ActorRole }

interface ToldReferral {
  referralId: string
  reference: string
  fromAgencyId: string
  toAgencyId: string
  sentAt: Date | null
  senderWorkerId: string
  recipientWorkerId: string | null
}

interface ToldCase {
  caseId: string
  reference: string
  caseWorkerId: string | null
}

interface ToldOverride {
  overrideId: string
  requestedBy: string
}

/** The rows behind an event, as far as it has any, read as the agency it happened in. */
export interface Behind {
  referral?: ToldReferral
  file?: ToldCase
  override?: ToldOverride
  /** Who may decide as the second person. */
  deciders?: readonly { agencyId: string; staffId: string }[]
}

/** Whom of an agency: these people, its managers, everybody who works with cases, the case worker behind a referral. */
export interface Addressed {
  staffIds: (string | null)[]
  managers?: true
  casework?: true
  caseWorkerBehind?: true
}

/** One message for one agency; it says where to look and nothing about anybody. */
export interface Telling {
  agencyId: string
  kind: NotificationKind
  /** What the page shows: a referral, a case, an override or awareness work. */
  subjectId: string
  reference: string
  /** The end of the page's address, where that is not the subject. */
  pageId?: string
  to: Addressed
  /** Who did it knows it. */
  except: string
}

/** * Who is notified of what after an event. Nothing crosses to another agency but that its own referral changed; a referral that
 * was never sent stays unknown to it.
 */
export function tellingsAfter(event: LoggedEvent, { referral, file, override, deciders = [] }: Behind): Telling[] {
  if (event.kind === 'hotspot-release-proposed' || event.kind === 'release-rules-proposed')
    return decisionTellings(event, deciders)
  if (event.kind === 'awareness-invited') return awarenessTellings(event, 'awareness-invited')
  if (event.kind === 'awareness-changed' || event.kind === 'awareness-cancelled')
    return awarenessTellings(event, 'awareness-changed')
  if (referral) return referralTellings(event, referral)
  if (override && file) return overrideTellings(event, override, file)
  return file ? caseTellings(event, file) : []
}

function referralTellings(event: LoggedEvent, referral: ToldReferral): Telling[] {
  if (!referral.sentAt) return []
  const about = { subjectId: referral.referralId, reference: referral.reference, except: event.actorId }
  const { senderWorkerId, recipientWorkerId } = referral
  const sender: Addressed = { staffIds: [senderWorkerId], caseWorkerBehind: true }
  const recipient: Addressed = { staffIds: [recipientWorkerId] }
  const toSender = (kind: NotificationKind): Telling[] => [
    { ...about, agencyId: referral.fromAgencyId, kind, to: sender },
  ]
  const toRecipient = (kind: NotificationKind): Telling[] => [
    { ...about, agencyId: referral.toAgencyId, kind, to: recipient },
  ]
  const bySender = event.agencyId === referral.fromAgencyId
  switch (event.kind) {
    case 'referral-sent':
      return [
        { ...about, agencyId: referral.toAgencyId, kind: 'referral-arrived', to: { staffIds: [], casework: true } },
      ]
    case 'referral-moved':
      if (bySender) return tellsRecipient(event.data) ? toRecipient('referral-changed') : []
      return newsFor(event.data.to).flatMap(toSender)
    case 'referral-amended':
    case 'referral-disputed-as-error':
      return bySender ? toRecipient('referral-changed') : toSender('referral-news')
    case 'referral-handed-over':
      return [
        {
          ...about,
          agencyId: event.agencyId,
          kind: 'referral-handed-over',
          to: event.data.staffId ? { staffIds: [event.data.staffId] } : { staffIds: [], managers: true },
        },
      ]
    case 'referral-chased':
      return toRecipient('referral-chased')
    case 'referral-escalated':
      if (event.data.step === 'reply')
        return [{ ...about, agencyId: event.agencyId, kind: 'question-unanswered', to: { ...sender, managers: true } }]
      // Each agency has the event in its own log, so each is notified by its own.
      return bySender
        ? [{ ...about, agencyId: event.agencyId, kind: 'referral-unanswered', to: { ...sender, managers: true } }]
        : [{ ...about, agencyId: event.agencyId, kind: 'inbox-unanswered', to: { ...recipient, managers: true } }]
    default:
      return []
  }
}

/** The sender's moves that change what the recipient may do; expiry is notified as an escalation, closing needs nobody. */
function tellsRecipient({ from, to }: { from: string; to: string }): boolean {
  return to !== 'expired' && (to !== 'closed' || from === 'closed')
}

const NEWS_OF_STATE: Partial<Record<ReferralState, NotificationKind>> = {
  accepted: 'referral-answered',
  declined: 'referral-answered',
  information_asked: 'information-asked',
  in_progress: 'referral-news',
  outcome_recorded: 'referral-news',
  closed: 'referral-news',
}

function newsFor(to: string): NotificationKind[] {
  const kind = NEWS_OF_STATE[to as ReferralState]
  return kind ? [kind] : []
}

function overrideTellings(event: LoggedEvent, override: ToldOverride, { reference }: ToldCase): Telling[] {
  const about = { agencyId: event.agencyId, subjectId: override.overrideId, reference, except: event.actorId }
  if (event.kind === 'override-asked')
    return [{ ...about, kind: 'authorisation-asked', to: { staffIds: [], managers: true } }]
  return [{ ...about, kind: 'authorisation-decided', to: { staffIds: [override.requestedBy] } }]
}

function caseTellings(event: LoggedEvent, { caseId, reference, caseWorkerId }: ToldCase): Telling[] {
  const about = { agencyId: event.agencyId, subjectId: caseId, reference, except: event.actorId }
  const workerAndManagers: Addressed = { staffIds: [caseWorkerId], managers: true }
  switch (event.kind) {
    case 'consent-withdrawn':
      return [{ ...about, kind: 'consent-withdrawn', to: workerAndManagers }]
    case 'report-received':
      return event.data.serious ? [{ ...about, kind: 'serious-report', to: workerAndManagers }] : []
    case 'serious-raised':
      return [{ ...about, kind: 'serious-report', to: workerAndManagers }]
    case 'case-allocated':
      return [{ ...about, kind: 'case-allocated', to: { staffIds: [event.data.staffId] } }]
    case 'case-returned-to-queue':
      return [{ ...about, kind: 'case-unallocated', to: { staffIds: [], managers: true } }]
    default:
      return []
  }
}

/** Awareness work has no reference; its day says which it is. */
function awarenessTellings(
  { actorId, data }: { actorId: string; data: { eventId: string; heldOn: string; partnerAgencyIds: string[] } },
  kind: NotificationKind,
): Telling[] {
  const { eventId, heldOn, partnerAgencyIds } = data
  const reference = `Awareness work on ${dayInWords(toDay(heldOn))}`
  const about = { kind, subjectId: eventId, reference, except: actorId }
  return partnerAgencyIds.map((agencyId) => ({ ...about, agencyId, to: { staffIds: [], managers: true } }))
}

/** Only the people who may decide are notified, grouped by agency. */
function decisionTellings(
  event: Extract<LoggedEvent, { kind: 'hotspot-release-proposed' | 'release-rules-proposed' }>,
  deciders: NonNullable<Behind['deciders']>,
): Telling[] {
  const about =
    event.kind === 'hotspot-release-proposed'
      ? { kind: 'release-proposed' as const, subjectId: event.data.releaseId, reference: 'Map release' }
      : { kind: 'rules-proposed' as const, subjectId: event.actorId, reference: 'Map rules' }
  return [...Map.groupBy(deciders, ({ agencyId }) => agencyId)].map(([agencyId, people]) => ({
    ...about,
    agencyId,
    to: { staffIds: people.map(({ staffId }) => staffId) },
    except: event.actorId,
  }))
}
