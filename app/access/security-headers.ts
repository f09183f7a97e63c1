/** Headers for every response of the portal: pages, data, downloads, errors and files. */
export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // With `no-referrer`, browsers would send `Origin: null` with our own forms.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex, nofollow',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

/** For a file that a person sent: whatever it contains, it loads nothing, runs nothing and belongs to no page. */
export const LONE_FILE_POLICY =
  "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** What Mapbox's library needs. Added only to map pages, and only when the operator has chosen Mapbox. */
const FOR_MAPBOX: Record<string, string> = {
  'img-src': ' blob: https://api.mapbox.com',
  'connect-src': ' https://api.mapbox.com https://events.mapbox.com',
}

/**
 * The Content Security Policy of one response. It allows only our own scripts, and inline scripts only with this
 * response's nonce. MapLibre needs no exception: its worker is one of our scripts, and it sets styles from script.
 */
export function contentSecurityPolicy(nonce: string, engine: 'maplibre' | 'mapbox' = 'maplibre'): string {
  const more = engine === 'mapbox' ? FOR_MAPBOX : {}
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    `img-src 'self' data:${more['img-src'] ?? ''}`,
    "font-src 'self'",
    `connect-src 'self'${more['connect-src'] ?? ''}`,
    ...(engine === 'mapbox' ? ["worker-src 'self' blob:"] : []),
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
