import { randomUUID } from 'node:crypto'
import { notFound, orNotFound } from '../../access/require.server.ts'
import type { SignedIn } from '../../access/session.server.ts'
import { findPerson } from './read-people.server.ts'

/**
 * A person whom the reader may change.
 * @throws Response 404 for anyone else
 */
export async function readChangeable({ actor, now }: Pick<SignedIn, 'actor' | 'now'>, staffId: string) {
  const { name, roleId, roles, actions, standing } = orNotFound(await findPerson({ actor, now }, staffId))
  if (actions.length === 0) throw notFound()
  return { staffId, name, roleId, roles, standing, idempotencyKey: randomUUID() }
}
