import { href } from '../href.ts'

const HOME = href('/today')

/**
 * Where to go after signing in: a path of the portal with its query, or Today. An address of another site, one that a
 * browser would read as another site (`//host`, `/\host`), and the pages of signing in itself all become Today.
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

/** The same wish, carried on to the next page of signing in. */
export function withReturnPath(page: string, to: string): string {
  return to === HOME ? page : `${page}?to=${encodeURIComponent(to)}`
}
