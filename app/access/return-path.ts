import { href } from '../href.ts'

const HOME = href('/today')

/**
 * The page to open after signing in: a path of the portal with its query. Anything else becomes Today: an address of
 * another site, one that a browser would read as another site (`//host`, `/\host`), and the sign-in pages themselves.
 */
export function safeReturnPath(to: string | null | undefined): string {
  if (!to?.startsWith('/') || /^\/[/\\]/.test(to) || /[\t\r\n\\]/.test(to)) return HOME
  const base = 'https://portal.invalid'
  if (!URL.canParse(to, base)) return HOME
  const { origin, pathname, search } = new URL(to, base)
  if (origin !== base || pathname.startsWith('//')) return HOME
  if (/^\/(sign-in|sign-out|session|invitation)(\/|$)/.test(pathname)) return HOME
  return pathname + search
}

/** The address of a sign-in page, with the return path in its query. */
export function withReturnPath(page: string, to: string): string {
  return to === HOME ? page : `${page}?to=${encodeURIComponent(to)}`
}
