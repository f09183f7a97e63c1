import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

const DONE: Readonly<Record<string, string>> = {
  added: 'The file is kept.',
  'in-error': 'That file is marked as entered in error.',
}

/** Confirms what was just done with a file; `code` is from the address. */
export function FileDone({ code }: { code: string | null }) {
  const heading = ownEntry(DONE, code)
  return heading ? <NotificationBanner heading={heading} /> : null
}
