import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../../ui/own-entry.ts'
import { SafetyPlanPrompt } from '../../../ui/safety-plan-prompt.tsx'
import { byTheEndOf } from '../due-words.ts'
import type { SentReferral } from './read-sent-referral.server.ts'

interface Said {
  heading: string
  next: string
}

const SAID: Record<string, (sent: SentReferral, now: string) => Said> = {
  sent: ({ recipient, dueAt }, now) => ({
    heading: `Sent to ${recipient.name}.`,
    next: `They should reply ${byTheEndOf(dueAt, now)}. You will see their answer here.`,
  }),
  decided: ({ standard, recipient }, now) => ({
    heading: 'Your decision is recorded.',
    next: `It is waiting for the client’s consent, and ${recipient.name} cannot see it. Send it ${standard ? byTheEndOf(standard.dueAt, now) : 'on the next working day'}.`,
  }),
  withdrawn: ({ recipient }) => ({
    heading: 'The referral is withdrawn.',
    next: `${recipient.name} is notified, and no longer sees what was shared. They keep their own notes.`,
  }),
  cancelled: ({ recipient }) => ({
    heading: 'The referral will not be sent.',
    next: `${recipient.name} did not see it.`,
  }),
  'in-error': ({ recipient }) => ({
    heading: 'Marked as entered in error.',
    next: `It stays in your records. ${recipient.name} no longer sees what was shared.`,
  }),
  amended: ({ recipient, packages }) => ({
    heading: `Version ${packages[0]?.version ?? ''} is shared.`,
    next: `${recipient.name} is notified that there is a new version, and sees why.`,
  }),
  answered: ({ recipient, dueAt }, now) => ({
    heading: `Your answer is with ${recipient.name}.`,
    next: `They should reply ${byTheEndOf(dueAt, now)}.`,
  }),
  chased: ({ recipient }) => ({
    heading: `A reminder is sent to the duty address of ${recipient.name}.`,
    next: 'You can remind them again on the next working day. If it is urgent, call their duty phone.',
  }),
  told: (sent) => ({ heading: `Recorded: you told ${sent.case.clientName}.`, next: sayNextAfterNews(sent) }),
  'told-unsafe': (sent) => ({
    heading: `Recorded: you told ${sent.case.clientName}, against their safe-contact answers.`,
    next: sayNextAfterNews(sent),
  }),
  closed: () => ({ heading: 'The referral is closed.', next: 'It stays under Finished.' }),
}

function sayNextAfterNews({ otherHelp }: SentReferral): string {
  return otherHelp ? `${otherHelp.words}. You can do this below.` : 'Nothing more is due.'
}

/** Confirms the last move and says what happens next. Renders nothing for an unknown code. */
export function SentBanner({ code, sent, now }: { code: string | null; sent: SentReferral; now: string }) {
  const said = ownEntry(SAID, code)?.(sent, now)
  if (!said) return null
  return (
    <NotificationBanner heading={said.heading}>
      {code?.endsWith('-unsafe') ? <SafetyPlanPrompt /> : null}
      <p className="govuk-body">{said.next}</p>
    </NotificationBanner>
  )
}
