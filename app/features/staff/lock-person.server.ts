import { eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { staff } from '../../../db/schema/staff.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'

export type PersonRow = typeof staff.$inferSelect

export type PersonRefusal = { kind: 'not-found' } | { kind: 'not-allowed' }

/** Locks a person whom the actor may change, until the transaction ends. */
export async function lockPerson(tx: Tx, actor: Actor, staffId: string): Promise<Result<PersonRow, PersonRefusal>> {
  const [seen] = await tx.select().from(staff).where(eq(staff.staffId, staffId))
  if (!seen) return refused({ kind: 'not-found' })
  if (!permissionsOf(actor).may('update', 'staff', seen)) return refused({ kind: 'not-allowed' })
  const [held] = await tx.select().from(staff).where(eq(staff.staffId, staffId)).for('update')
  return held ? done(held) : refused({ kind: 'not-found' })
}
