/** The headers that tell where a request comes from, as Node gives them. */
export interface Provenance {
  origin?: string | undefined
  'sec-fetch-site'?: string | string[] | undefined
}

const SAFE_METHODS = new Set(['GET', 'HEAD'])
// `none`: typed or reloaded by the person. A sub-domain is `same-site`, and not ours.
const OWN_SITES = new Set<unknown>([undefined, 'same-origin', 'none'])

/**
 * Whether a request may change anything. A browser names the page a form stands on in `Origin`, and script cannot forge
 * it; so every method other than GET and HEAD must name one of ours exactly. `Host` and `X-Forwarded-*` are not asked:
 * whoever sends the request may choose them.
 */
export function isSameOrigin(method: string, headers: Provenance, origins: readonly string[]): boolean {
  if (SAFE_METHODS.has(method)) return true
  if (!OWN_SITES.has(headers['sec-fetch-site'])) return false
  return headers.origin !== undefined && origins.includes(headers.origin)
}

/** The origins of the portal: the public one, and in the demo also the other names of one's own machine. */
export function originsOf(origin: string, demo: boolean): string[] {
  const url = new URL(origin)
  if (!demo || url.hostname !== 'localhost') return [origin]
  return ['localhost', '127.0.0.1', '[::1]'].map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ''}`)
}
