import { randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '../../../../db/as-actor.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { mayInsert } from '../../../access/ability.ts'
import { notFound } from '../../../access/require.server.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { referralReference } from '../../../domain/text/reference-number.ts'

type ReferralRow = Omit<typeof referral.$inferInsert, 'referralId' | 'reference'>
type OriginRow = Omit<typeof referralOrigin.$inferInsert, 'agencyId' | 'referralId'>

export interface Inserted {
  referralId: string
  reference: string
}

const TRIES = 5

/**
 * Inserts a referral and its origin, which only its own agency can read. The reference is short enough to say aloud.
 * @throws Response 404 for people who may not write such a referral
 */
export async function insertReferral(tx: Tx, actor: Actor, row: ReferralRow, origin: OriginRow): Promise<Inserted> {
  if (!mayInsert(actor, 'referral', { ...row, sentAt: row.sentAt ?? null })) throw notFound()
  const referralId = randomUUID()
  const originRow = { ...origin, agencyId: row.fromAgencyId, referralId }
  const withOrigin = tx.with(tx.$with('origin').as(tx.insert(referralOrigin).values(originRow)))
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    // After a clash of references, draws another. The origin has no reference, so it is inserted once only.
    const [inserted] = await (attempt === 0 ? withOrigin : tx)
      .insert(referral)
      .values({ ...row, referralId, reference: referralReference(randomBytes(8)) })
      .onConflictDoNothing({ target: [referral.fromAgencyId, referral.reference] })
      .returning({ referralId: referral.referralId, reference: referral.reference })
    if (inserted) return inserted
  }
  throw new Error('No free reference was drawn.')
}
