import { createHmac } from 'node:crypto'

/** The portal's logins, all NOSUPERUSER and NOBYPASSRLS. `portal_owner` owns the tables and cannot log in. */
export const PORTAL_LOGINS = ['portal_app', 'portal_worker', 'portal_audit', 'portal_map'] as const

export type PortalLogin = (typeof PORTAL_LOGINS)[number]

/** The password of a login for which the operator gave no URL: 43 base64url characters. */
function loginPassword(secret: string, login: PortalLogin): string {
  return createHmac('sha256', secret).update(`postgres password of ${login}`).digest('base64url')
}

/** The key that signs contexts, as 64 hex digits. The database has the same key in `app.secret`. */
export function contextKey(secret: string): string {
  return createHmac('sha256', secret).update('context of a transaction').digest('hex')
}

export interface LoginUrls {
  appUrl: string
  workerUrl: string
  auditUrl: string
  mapUrl: string
}

/** The URLs of all portal logins of a database, with passwords derived from the secret. */
export function derivedLoginUrls(databaseUrl: string, secret: string): LoginUrls {
  return {
    appUrl: loginUrl(databaseUrl, secret, 'portal_app'),
    workerUrl: loginUrl(databaseUrl, secret, 'portal_worker'),
    auditUrl: loginUrl(databaseUrl, secret, 'portal_audit'),
    mapUrl: loginUrl(databaseUrl, secret, 'portal_map'),
  }
}

/** `databaseUrl` with this login instead of its own. */
function loginUrl(databaseUrl: string, secret: string, login: PortalLogin): string {
  const url = new URL(databaseUrl)
  url.username = login
  url.password = loginPassword(secret, login)
  return url.href
}
