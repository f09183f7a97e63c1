import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { caseReference } from '../../domain/text/reference-number.ts'

const REFERENCE_TRIES = 40

/** Inserts the case with a random reference, which reveals nothing. If the reference is taken, tries another. */
export async function insertWithReference(
  tx: Tx,
  facts: Omit<typeof caseFile.$inferInsert, 'reference'>,
): Promise<string> {
  const [home] = await tx.select({ initials: agency.initials }).from(agency).where(eq(agency.agencyId, facts.agencyId))
  for (let attempt = 0; attempt < REFERENCE_TRIES; attempt += 1) {
    const reference = caseReference(home?.initials ?? '', randomBytes(8))
    const taken = await tx
      .insert(caseFile)
      .values({ ...facts, reference })
      .onConflictDoNothing({ target: [caseFile.agencyId, caseFile.reference] })
      .returning({ reference: caseFile.reference })
    if (taken.length > 0) return reference
  }
  throw new Error('No free case reference was found.')
}
