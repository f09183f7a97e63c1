import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

const DONE: Readonly<Record<string, string>> = {
  checked: 'The risk check is saved.',
  raised: 'The risk level is raised.',
  lowered: 'The risk level is lowered.',
}

/** Confirms what was just saved. `code` is from the address. */
export function RiskDone({ code, isHigh }: { code: string | null; isHigh: boolean }) {
  const heading = ownEntry(DONE, code)
  if (!heading) return null
  return (
    <NotificationBanner heading={heading}>
      <p className="govuk-body">
        {isHigh && code !== 'lowered'
          ? 'The risk is High. Your managers are notified. If anyone is in danger now, call 999.'
          : 'See below what to do at this level.'}
      </p>
    </NotificationBanner>
  )
}
