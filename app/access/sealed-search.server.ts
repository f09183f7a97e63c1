import { seal, unseal } from './secret-box.server.ts'

const LASTS_HOURS = 8

/**
 * The words of a search, as a part of an address: browsers and proxies remember addresses, so a name is in none of
 * them. They open for their writer alone, for a working day.
 */
export function sealSearch(typed: string, staffId: string, now: Date): string {
  return seal('search', `${now.getTime() + LASTS_HOURS * 3_600_000} ${typed}`, staffId)
}

/** What was typed; '' where it is not theirs, was changed, or is too old. */
export function openSearch(sealed: string, staffId: string, now: Date): string {
  const [, until = '0', typed = ''] = /^(\d+) (.*)$/s.exec(unseal('search', sealed, staffId) ?? '') ?? []
  return Number(until) < now.getTime() ? '' : typed
}
