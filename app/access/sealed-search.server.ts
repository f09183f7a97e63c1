import { seal, unseal } from './secret-box.server.ts'

const LASTS_HOURS = 8

/**
 * Seals the words of a search for use in an address. Browsers and proxies remember addresses, so a name must not appear
 * in one. Only the person who searched can open it, for eight hours.
 */
export function sealSearch(typed: string, staffId: string, now: Date): string {
  return seal('search', `${now.getTime() + LASTS_HOURS * 3_600_000} ${typed}`, staffId)
}

/** What the person typed; '' when it belongs to another person, was changed, or has expired. */
export function openSearch(sealed: string, staffId: string, now: Date): string {
  const [, until = '0', typed = ''] = /^(\d+) (.*)$/s.exec(unseal('search', sealed, staffId) ?? '') ?? []
  return Number(until) < now.getTime() ? '' : typed
}
