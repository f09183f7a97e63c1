/** The request headers that say where the request comes from, as Node names them. */
export interface Provenance {
  origin?: string | undefined
  'sec-fetch-site'?: string | string[] | undefined
}

const SAFE_METHODS = new Set(['GET', 'HEAD'])
// `none` means that the person typed the address or reloaded the page. A sub-domain is `same-site`, and is not ours.
const OWN_SITES = new Set<unknown>([undefined, 'same-origin', 'none'])

/**
 * Whether a request may change data. Browsers send the page's origin in `Origin` and scripts cannot forge it, so every
 * method except GET and HEAD needs one of our origins. `Host` and `X-Forwarded-*` are ignored because the sender may
 * choose them.
 */
export function isSameOrigin(method: string, headers: Provenance, origins: readonly string[]): boolean {
  if (SAFE_METHODS.has(method)) return true
  if (!OWN_SITES.has(headers['sec-fetch-site'])) return false
  return headers.origin !== undefined && origins.includes(headers.origin)
}

/** The origins of the portal: the public one, and in the demo the other names of the local machine too. */
export function originsOf(origin: string, demo: boolean): string[] {
  const url = new URL(origin)
  if (!demo || url.hostname !== 'localhost') return [origin]
  return ['localhost', '127.0.0.1', '[::1]'].map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ''}`)
}
