import { randomBytes, randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import type { ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { AskedBy } from '../../../domain/referrals/referral-decision.ts'
import { calculateDeadline } from '../../../domain/standards/clock.ts'
import { getStandard } from '../../../domain/standards/service-standard.ts'
import { referralReference } from '../../../domain/text/reference-number.ts'

interface Decided {
  caseId: string
  recipientAgencyId: string
  purpose: ConsentPurpose
  askedBy: AskedBy
  decidedAt: Date
  reroutedFromId: string
}

export interface Inserted {
  referralId: string
  reference: string
}

/** A referral that was decided and is not sent yet: nobody but its own agency knows of it. Due by clause I2. */
export async function insertDecided(tx: Tx, { actor }: Asking, decided: Decided): Promise<Inserted> {
  const { agencyId, staffId } = actor
  const { dueAt } = calculateDeadline(getStandard('I2'), decided.decidedAt, await readCalendar(tx))
  const inserted = await insertWithReference(tx, {
    referralId: randomUUID(),
    fromAgencyId: agencyId,
    toAgencyId: decided.recipientAgencyId,
    state: 'decided',
    purpose: decided.purpose,
    decidedAt: decided.decidedAt,
    dueAt,
    senderWorkerId: staffId,
    reroutedFromId: decided.reroutedFromId || null,
    // No other agency sees it yet: sending decides what the recipient is shown of it.
    serious: sql`(select serious from case_file where agency_id = ${agencyId} and case_id = ${decided.caseId})`,
  })
  await tx.insert(referralOrigin).values({
    agencyId,
    referralId: inserted.referralId,
    caseId: decided.caseId,
    askedBy: decided.askedBy,
    decidedBy: staffId,
  })
  return inserted
}

const TRIES = 5

type DecidedRow = Omit<typeof referral.$inferInsert, 'reference' | 'serious'> & { serious: SQL }

/** References are short, so that they can be said; a clash is rare and simply drawn again. */
async function insertWithReference(tx: Tx, row: DecidedRow): Promise<Inserted> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [inserted] = await tx
      .insert(referral)
      .values({ ...row, reference: referralReference(randomBytes(8)) })
      .onConflictDoNothing({ target: [referral.fromAgencyId, referral.reference] })
      .returning({ referralId: referral.referralId, reference: referral.reference })
    if (inserted) return inserted
  }
  throw new Error('No free reference was drawn.')
}
