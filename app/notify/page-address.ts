import type { NotificationPage } from '../domain/notifications/notification.ts'
import { href } from '../href.ts'

/** The path that a mail links to. `id` is what the page shows; the rules of releases need none. */
export function pageAddress(page: NotificationPage, id: string): string {
  return ADDRESSES[page](id)
}

const ADDRESSES: Record<NotificationPage, (id: string) => string> = {
  'received-referral': (referralId) => href('/inbox/:referralId', { referralId }),
  'sent-referral': (referralId) => href('/sent/:referralId', { referralId }),
  case: (caseId) => href('/cases/:caseId', { caseId }),
  decision: (decisionId) => href('/decisions/:decisionId', { decisionId }),
  override: (overrideId) => href('/overrides/:overrideId', { overrideId }),
  'awareness-event': (eventId) => href('/awareness/:eventId', { eventId }),
  release: (releaseId) => href('/map/releases/:releaseId', { releaseId }),
  'release-rules': () => href('/map/rules'),
}
