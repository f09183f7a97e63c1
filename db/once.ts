import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Asking } from '../app/domain/partnership/actor.ts'
import type { Result } from '../app/domain/result.ts'
import { asActor, type Tx } from './as-actor.ts'
import { idempotency } from './schema/everyday.ts'

/** The form's key was used before with other fields: the person edited the form after sending it. */
export interface AlreadyDone {
  kind: 'already-done'
}

class Refusal<Value> extends Error {
  readonly answer: Value
  constructor(answer: Value) {
    super('refused')
    this.answer = answer
  }
}

/**
 * Runs a write at most once for each form key. A double click, the back button, a second tab or a lost answer get the
 * first result again. A refusal rolls everything back, so a corrected form may use the same key.
 */
export async function writeOnce<Value, Refused>(
  asking: Asking,
  action: string,
  input: unknown,
  fn: (tx: Tx) => Promise<Result<Value, Refused>>,
): Promise<Result<Value, Refused | AlreadyDone>> {
  try {
    return await asActor(asking.actor, async (tx) => {
      const before = await claim(tx, asking, action, hashOf(input))
      if (before) return before as Result<Value, AlreadyDone>
      const result = await fn(tx)
      if (!result.ok) throw new Refusal(result)
      await tx
        .update(idempotency)
        .set({ answer: result.value ?? null })
        .where(keyOf(asking, action))
      return result
    })
  } catch (error) {
    if (error instanceof Refusal) return error.answer as Result<Value, Refused>
    throw error
  }
}

function keyOf({ actor, key }: Asking, action: string) {
  return and(
    eq(idempotency.agencyId, actor.agencyId),
    eq(idempotency.staffId, actor.staffId),
    eq(idempotency.action, action),
    eq(idempotency.key, key),
  )
}

/** Claims the key. If another transaction has claimed it, waits for that one and returns its result. */
async function claim(
  tx: Tx,
  asking: Asking,
  action: string,
  bodyHash: string,
): Promise<Result<unknown, AlreadyDone> | undefined> {
  const { agencyId, staffId } = asking.actor
  const taken = await tx
    .insert(idempotency)
    .values({ agencyId, staffId, action, key: asking.key, bodyHash })
    .onConflictDoNothing()
    .returning({ key: idempotency.key })
  if (taken.length > 0) return undefined
  const [before] = await tx.select().from(idempotency).where(keyOf(asking, action))
  if (before?.bodyHash !== bodyHash) return { ok: false, refusal: { kind: 'already-done' } }
  return { ok: true, value: before.answer }
}

function hashOf(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}
