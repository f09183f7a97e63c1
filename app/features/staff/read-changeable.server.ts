import { randomUUID } from 'node:crypto'
import { notFound, orNotFound } from '../../access/require.server.ts'
import type { SignedIn } from '../../access/session.server.ts'
import { findPerson } from './read-people.server.ts'

/**
 * Somebody whom the reader may change, for a page that asks to.
 * @throws Response 404 for anybody else
 */
export async function readChangeable({ actor, now }: Pick<SignedIn, 'actor' | 'now'>, staffId: string) {
  const { name, roleId, roles, actions, standing } = orNotFound(await findPerson({ actor, now }, staffId))
  if (actions.length === 0) throw notFound()
  return { staffId, name, roleId, roles, standing, idempotencyKey: randomUUID() }
}
