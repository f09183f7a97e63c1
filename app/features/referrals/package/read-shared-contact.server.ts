import { and, eq } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { referral, referralPackage } from '../../../../db/schema/referral.ts'
import { EMPTY_SAFE_CONTACT, type SafeContact } from '../../../domain/cases/safe-contact.ts'
import type { ContactAct, UnsafeContactConfirmation } from '../../../domain/cases/unsafe-contact.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { type PackageContent, safeContactShared } from '../../../domain/referrals/referral-package.ts'
import type { FieldError } from '../../../forms/form-state.ts'
import { unsafeContactErrors } from '../../../forms/unsafe-contact-entries.server.ts'

/** The newest package of a referral sent to the actor’s agency; undefined once it is hidden. */
export async function findSharedContent(
  tx: Tx,
  { agencyId }: Actor,
  referralId: string,
): Promise<PackageContent | undefined> {
  const [row] = await tx
    .select({ content: referralPackage.content })
    .from(referral)
    .innerJoin(
      referralPackage,
      and(
        eq(referralPackage.referralId, referral.referralId),
        eq(referralPackage.version, referral.packageVersion),
        eq(referralPackage.toAgencyId, agencyId),
      ),
    )
    .where(and(eq(referral.referralId, referralId), eq(referral.toAgencyId, agencyId)))
  return row?.content
}

/** How the client may be reached, as shared with the recipient. */
export async function readSharedContact(tx: Tx, actor: Actor, referralId: string): Promise<SafeContact> {
  const content = await findSharedContent(tx, actor, referralId)
  return (content && safeContactShared(content)) ?? EMPTY_SAFE_CONTACT
}

/**
 * Whether a contact goes against the shared answers. Called before saving, so that the form shows all errors at once.
 */
export function checkSharedContact(
  actor: Actor,
  referralId: string,
  { channel, outcome }: Partial<ContactAct>,
  confirmation: UnsafeContactConfirmation,
): Promise<FieldError[]> {
  return asActor(actor, async (tx) =>
    channel && outcome
      ? unsafeContactErrors(await readSharedContact(tx, actor, referralId), { channel, outcome }, confirmation)
      : [],
  )
}
