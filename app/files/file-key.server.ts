import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { fileKey } from '../../db/schema/file.ts'
import { ifMay, mayInsert } from '../access/ability.ts'
import { seal, unseal } from '../access/secret-box.server.ts'
import type { Actor, Reading } from '../domain/partnership/actor.ts'

const KEY_BYTES = 32

/** The key of a client's files, made with their first file. Undefined where the actor may make none. */
export async function holdFileKey(tx: Tx, { actor, now }: Reading, clientId: string): Promise<Buffer | undefined> {
  const known = await findFileKey(tx, actor, clientId)
  if (known) return known
  const { agencyId } = actor
  const wrapped = seal('file-key', randomBytes(KEY_BYTES).toString('base64'), ownerOf(agencyId, clientId))
  const row = { agencyId, clientId, wrapped, createdAt: now }
  if (!mayInsert(actor, 'fileKey', row)) return undefined
  // Two cases of one client may get their first file at once: the key that came first counts for both.
  await tx.insert(fileKey).values(row).onConflictDoNothing()
  return findFileKey(tx, actor, clientId)
}

/** The key of a client's files. Undefined without one, or where the actor may not use it. @throws Error for another secret */
export async function findFileKey(tx: Tx, actor: Actor, clientId: string): Promise<Buffer | undefined> {
  const { agencyId } = actor
  const [row] = await tx
    .select()
    .from(fileKey)
    .where(and(eq(fileKey.agencyId, agencyId), eq(fileKey.clientId, clientId)))
  if (!row || !ifMay(actor, 'select', 'fileKey', row)) return undefined
  const key = unseal('file-key', row.wrapped, ownerOf(agencyId, clientId))
  if (key === null) throw new Error('The key of a client’s files cannot be unwrapped: ACCORD_SECRET is another one.')
  return Buffer.from(key, 'base64')
}

function ownerOf(agencyId: string, clientId: string): string {
  return `${agencyId} ${clientId}`
}
