import { type Actor, NOBODY } from '../../app/domain/partnership/actor.ts'
import { asActor } from '../../db/as-actor.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { readNow } from '../../db/read-now.ts'
import { readSettings } from '../environment.ts'
import { withLogins } from './with-logins.ts'

export interface Operator {
  now: Date
  /** The portal's administrator, acting in this agency's log without a person's name. */
  in(agencyId: string): Actor
}

/** Runs `fn` with the portal's own login, under the policy. @throws Obstacle without ORIGIN */
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
