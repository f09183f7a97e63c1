import { type Actor, NOBODY } from '../../app/domain/partnership/actor.ts'
import { asActor } from '../../db/as-actor.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { readNow } from '../../db/read-now.ts'
import { readSettings } from '../environment.ts'
import { withLogins } from './with-logins.ts'

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
export function asOperator<Value>(fn: (operator: Operator) => Promise<Value>): Promise<Value> {
  const { origin, databaseUrl } = readSettings()
  if (!origin && databaseUrl)
    throw new Obstacle(
      'With DATABASE_URL also set ORIGIN, the public address that links begin with, and ACCORD_SECRET.',
    )
  const operator = (agencyId: string): Actor => ({ agencyId, staffId: NOBODY, role: 'administrator' })
  return withLogins((as) =>
    as('appUrl', async () => fn({ now: await asActor(operator(NOBODY), readNow), in: operator })),
  )
}
