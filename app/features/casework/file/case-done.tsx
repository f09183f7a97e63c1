import { lowerFirst } from '../../../domain/text/first-letter.ts'
import { href } from '../../../href.ts'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../../ui/own-entry.ts'
import { SafetyPlanPrompt } from '../../../ui/safety-plan-prompt.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { isActionNeeded } from '../standards/open-clock.ts'

interface DoneCase {
  caseId: string
  reference: string
  caseWorkerId: string | null
  worker: { name: string } | null
  alternative: { name: string } | null
  clocks: readonly { clause: string; status: string; line: string }[]
}

const DONE: Readonly<Record<string, (view: DoneCase) => string>> = {
  report: ({ reference, worker }) => `Saved as ${reference}.${worker ? ` ${worker.name} is the case worker.` : ''}`,
  incident: ({ reference }) => `The incident was added to ${reference}.`,
  'incident-and-facts': ({ reference }) =>
    `The incident was added to ${reference}, with the new details of the client.`,
  allocated: ({ worker }) => `${worker?.name ?? 'No one'} is the case worker now.`,
  'alternative-contact': ({ alternative }) => `${alternative?.name ?? 'No one'} is the alternative contact now.`,
  contacted: () => 'Recorded: you reached the client.',
  tried: () => 'Recorded: you tried to reach the client.',
  'contacted-unsafe': () => 'Recorded: you reached the client, against their safe-contact answers.',
  'tried-unsafe': () => 'Recorded: you tried to reach the client, against their safe-contact answers.',
  'in-error': () => 'That contact is marked as entered in error.',
  deferred: () => 'The contact is moved to the day the client chose.',
  serious: () => 'The case is marked as serious.',
  'not-serious': () => 'The case is no longer marked as serious.',
  exception: () => 'The exception is recorded.',
  late: () => 'The reason is recorded.',
  details: () => 'The details are saved.',
  'incident-changed': () => 'The incident is saved.',
}

/** Confirms the action just done and says what happens next, from the case as it is now. `code` is from the address. */
export function CaseDone({ code, view }: { code: string | null; view: DoneCase }) {
  const heading = ownEntry(DONE, code)?.(view)
  if (!heading) return null
  return (
    <NotificationBanner heading={heading}>
      <p className="govuk-body">{sayNextStep(view)}</p>
      {code?.endsWith('-unsafe') ? <SafetyPlanPrompt /> : null}
      {code === 'incident-and-facts' ? (
        <p className="govuk-body">
          New contact details, needs or wishes were added to the case. Nothing was overwritten.{' '}
          <TextLink href={href('/cases/:caseId/edit', { caseId: view.caseId })}>Check these details</TextLink> before
          anyone contacts the client.
        </p>
      ) : null}
      {view.caseWorkerId === null ? (
        <p className="govuk-body">
          <TextLink href={href('/cases/:caseId/allocate', { caseId: view.caseId })}>Allocate a case worker</TextLink>,
          or leave it in the queue.
        </p>
      ) : null}
    </NotificationBanner>
  )
}

function sayNextStep({ clocks }: DoneCase): string {
  const contact = clocks.find(({ clause }) => clause === 'R3' || clause === 'R4')
  if (!contact) return ''
  if (isActionNeeded(contact.status)) return `Contact the client. ${contact.line}.`
  const isKept = contact.status === 'kept' || contact.status === 'kept-late'
  return isKept ? `Contact deadline: ${lowerFirst(contact.line)}.` : `${contact.line}.`
}
