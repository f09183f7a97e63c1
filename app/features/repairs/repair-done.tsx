import { href } from '../../href.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../ui/own-entry.ts'
import { TextLink } from '../../ui/text-link.tsx'
import type { ShownRepair } from './read-repair.server.ts'

type Done = Pick<ShownRepair, 'kind' | 'countdown' | 'assigned' | 'ended'>

const DONE: Readonly<Record<string, (repair: Done) => string>> = {
  reported: ({ kind }) => (kind === 'repair' ? 'The repair is reported.' : 'The graffiti is reported.'),
  assigned: ({ assigned }) => `${assigned?.to ?? 'No one'} is on the way.`,
  photo: () => 'Recorded.',
  ended: ({ ended }) => `Recorded: ${ended?.result.toLowerCase() ?? 'done'}.`,
  exception: () => 'The exception is recorded. Your managers are notified.',
  reopened: () => 'Marked as wrong. The log keeps it.',
  'in-error': () => 'Marked as entered in error. Its 24 hours no longer count.',
}

/** Confirms the action just done, with the countdown as it is now. `code` is from the address. */
export function RepairDone({ caseId, code, repair }: { caseId: string; code: string | null; repair: Done }) {
  const heading = ownEntry(DONE, code)?.(repair)
  if (!heading) return null
  return (
    <NotificationBanner heading={heading}>
      <p className="govuk-body">
        {repair.countdown.words}.{' '}
        <TextLink href={href('/cases/:caseId/repairs', { caseId })}>Repairs and graffiti of the case</TextLink>
      </p>
    </NotificationBanner>
  )
}
