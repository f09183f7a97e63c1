import { createHmac, type KeyObject } from 'node:crypto'
import { type AnyActor, NOBODY } from '../app/domain/partnership/actor.ts'

/** For how long the database accepts a signed context, and by how much the two clocks may differ. */
export const CONTEXT_LASTS_MS = 60_000

/** The context of one transaction as `app.context` reads it: who acts, and when it was signed by this process's clock. */
export function signContext({ agencyId, staffId = NOBODY, role, clientId }: AnyActor, at: number, key: KeyObject) {
  const worker = `${agencyId}|${staffId}|${role}|${at}`
  const context = clientId === undefined ? worker : `${worker}|${clientId}`
  return { context, signature: createHmac('sha256', key).update(context).digest('hex') }
}
