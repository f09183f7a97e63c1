import type { Actor } from '../../app/domain/actor.ts'
import { NOBODY } from '../../app/domain/actor.ts'
import { asActor, closePool, openPool } from '../../db/as-actor.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { readNow } from '../../db/read-now.ts'
import { readSettings } from '../environment.ts'
import { openDatabase } from '../open-database.ts'

export interface Operator {
  /** The database's clock. */
  now: Date
  /** Acts with the portal administrator's permissions, in the log of the agency named; the log names nobody as the person. */
  in(agencyId: string): Actor
}

/**
 * Runs what an operator asks for as the portal's own login, under the policy like everything else.
 * @throws Obstacle when links would have no address to begin with
 */
export async function asOperator<Value>(fn: (operator: Operator) => Promise<Value>): Promise<Value> {
  const settings = readSettings()
  const origin = settings.origin ?? (settings.databaseUrl ? undefined : `http://localhost:${settings.port}`)
  if (!origin)
    throw new Obstacle(
      'With DATABASE_URL also set ORIGIN, the public address that links begin with, and ACCORD_SECRET.',
    )
  const { appUrl, secret, close } = await openDatabase(settings, 'reuse')
  Object.assign(process.env, { ORIGIN: origin, ACCORD_SECRET: secret, APP_DATABASE_URL: appUrl })
  openPool({ url: appUrl, contextKey: contextKey(secret), max: 2 })
  try {
    const operator = (agencyId: string): Actor => ({ agencyId, staffId: NOBODY, role: 'administrator' })
    const now = await asActor(operator(NOBODY), readNow)
    return await fn({ now, in: operator })
  } finally {
    await closePool()
    await close()
  }
}
