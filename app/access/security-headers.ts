/** What every answer of the portal carries, whatever its status: pages, data, downloads, refusals, files. */
export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex, nofollow',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

/** What Mapbox's library asks for, on the pages of the map alone, and only where the operator has chosen it. */
const FOR_MAPBOX: Record<string, string> = {
  'img-src': ' blob: https://api.mapbox.com',
  'connect-src': ' https://api.mapbox.com https://events.mapbox.com',
}

/**
 * The Content Security Policy of one answer: scripts of ours only, inline ones only with this answer's nonce. MapLibre
 * draws under it as it is: its worker is a script of ours, and it styles by script.
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
