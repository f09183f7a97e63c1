import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../../ui/own-entry.ts'
import { SafetyPlanPrompt } from '../../../ui/safety-plan-prompt.tsx'
import type { ReceivedReferral } from './read-received.server.ts'
import { dueWords } from './received-due.ts'

/** Confirms the last move and says what happens next; `code` is from the address. */
export function ReceivedDone({ code, page, now }: { code: string | null; page: ReceivedReferral; now: string }) {
  const words = ownEntry(wordsOf(page, now), code)
  if (!words) return null
  return (
    <NotificationBanner heading={words.heading}>
      {code?.endsWith('-unsafe') ? <SafetyPlanPrompt /> : null}
      <p className="govuk-body">{words.next}</p>
    </NotificationBanner>
  )
}

function wordsOf(page: ReceivedReferral, now: string): Record<string, { heading: string; next: string } | undefined> {
  const { sender, workerName, suggested } = page
  const due = `${dueWords(page, now)}.`
  return {
    received: { heading: `${sender.name} can see that you have it.`, next: due },
    accepted: {
      heading: `Accepted. ${workerName ?? 'Your colleague'} works with the client from now on.`,
      next: `${sender.name} is notified, and tells the client. ${due}`,
    },
    declined: {
      heading: 'Declined.',
      next: `${sender.name} is notified, with your reason and your suggestion: ${suggested?.name ?? 'another agency'}. The client’s details are no longer shown here; your notes stay.`,
    },
    asked: { heading: `Your question is sent to ${sender.name}.`, next: due },
    attempt: { heading: `Recorded. ${sender.name} can see that you tried.`, next: due },
    contact: { heading: `Recorded. ${sender.name} can see that you are in contact.`, next: due },
    'attempt-unsafe': {
      heading: `Recorded. ${sender.name} can see that you tried, and that it was not safe.`,
      next: due,
    },
    'contact-unsafe': {
      heading: `Recorded. ${sender.name} can see that you are in contact, and that it was not safe.`,
      next: due,
    },
    outcome: {
      heading: 'The outcome is recorded.',
      next: `${sender.name} is notified, and tells the client. Close the referral when your work is done.`,
    },
    closed: { heading: 'Closed.', next: 'It stays in your inbox under Finished.' },
    'handed-over': {
      heading: `${workerName ?? 'Your colleague'} works with the client from now on.`,
      next: `They are notified. ${sender.name} does not see this change.`,
    },
    stopped: {
      heading: 'You confirmed that your agency has stopped contact.',
      next: 'The client’s name is no longer shown.',
    },
    noted: { heading: 'Your note is saved.', next: `Only your agency sees it, never ${sender.name}.` },
    amended: { heading: 'Corrected.', next: `${sender.name} sees both the error and the correction.` },
  }
}
