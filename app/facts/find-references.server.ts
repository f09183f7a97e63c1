import { eq, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'
import type { caseFile } from '../../db/schema/case-file.ts'
import type { referral } from '../../db/schema/referral.ts'
import { lastReference, referenceBeginnings } from '../domain/text/reference-number.ts'

type ReferenceColumn = typeof caseFile.reference | typeof referral.reference

/** The beginnings of references that the typed text may mean. The agency's own initials may be left out. */
export async function readBeginnings(tx: Tx, agencyId: string, typed: string): Promise<string[]> {
  const [own] = await tx.select({ initials: agency.initials }).from(agency).where(eq(agency.agencyId, agencyId))
  return referenceBeginnings(typed, own?.initials ?? '')
}

/** A condition that the index answers as a range. Undefined when no reference was typed. */
export function beginsAsReference(column: ReferenceColumn, beginnings: readonly string[]): SQL | undefined {
  return or(...beginnings.map((beginning) => sql`${column} between ${beginning} and ${lastReference(beginning)}`))
}
