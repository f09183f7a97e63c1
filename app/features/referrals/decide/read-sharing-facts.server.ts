import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { consent, consentOverride } from '../../../../db/schema/consent.ts'
import type { Consent } from '../../../domain/consents/consent.ts'
import type { Override, OverrideGround } from '../../../domain/consents/override.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

export interface SharingFacts {
  /** Each with the client's limits in their own words; empty for none. */
  consents: (Consent & { limits: string })[]
  overrides: (Override & { ground: OverrideGround })[]
}

/**
 * The client's consents and the managers' authorisations for this case: the facts the gate needs. With `lock`, a
 * withdrawal waits for this transaction, and one committed before is seen here.
 */
export async function readSharingFacts(
  tx: Tx,
  { agencyId }: Actor,
  caseId: string,
  { lock = false } = {},
): Promise<SharingFacts> {
  const said = tx
    .select()
    .from(consent)
    .where(and(eq(consent.agencyId, agencyId), eq(consent.caseId, caseId)))
    .orderBy(asc(consent.consentId))
  const authorised = tx
    .select()
    .from(consentOverride)
    .where(and(eq(consentOverride.agencyId, agencyId), eq(consentOverride.caseId, caseId)))
    .orderBy(asc(consentOverride.requestedAt))
  const [consents, overrides] = await Promise.all([lock ? said.for('share') : said, authorised])
  return { consents, overrides }
}
