import { createHmac, type KeyObject } from 'node:crypto'
import { type AnyActor, NOBODY } from '../app/domain/partnership/actor.ts'

/** How long the database accepts a signed context, and how far the two clocks may differ, in milliseconds. */
export const CONTEXT_LASTS_MS = 60_000

/** Signs the context of one transaction for `app.context`: who acts, and the time by this process's clock. */
export function signContext({ agencyId, staffId = NOBODY, role, clientId }: AnyActor, at: number, key: KeyObject) {
  const worker = `${agencyId}|${staffId}|${role}|${at}`
  const context = clientId === undefined ? worker : `${worker}|${clientId}`
  return { context, signature: createHmac('sha256', key).update(context).digest('hex') }
}
