import { randomUUID } from 'node:crypto'
import { eq, or, sql } from 'drizzle-orm'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { agency } from '../../../db/schema/agency.ts'
import { mayInsert } from '../../access/ability.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { agencyType } from '../../domain/partnership/agency.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import type { NewAgencyInput } from './agency-input.server.ts'

export type AddAgencyRefusal = { kind: 'not-allowed' } | { kind: 'name-taken' } | { kind: 'initials-taken' }

/** Adds an agency to the partnership. Until its own manager says what it offers, the purposes of its kind apply. */
export function addAgency(
  asking: Asking,
  input: NewAgencyInput,
  agencyId = randomUUID() as string,
): Promise<Result<{ agencyId: string }, AddAgencyRefusal | AlreadyDone>> {
  return writeOnce<{ agencyId: string }, AddAgencyRefusal>(asking, 'add-agency', input, async (tx) => {
    if (!mayInsert(asking.actor, 'agency', { agencyId })) return refused({ kind: 'not-allowed' })
    const { kind, name, initials, dutyEmail } = input
    // One at a time: two agencies added at the same moment could get the same initials.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('add-agency'))`)
    const alike = or(eq(sql`lower(${agency.name})`, name.toLowerCase()), eq(agency.initials, initials))
    const [taken] = await tx.select({ initials: agency.initials }).from(agency).where(alike)
    if (taken) return refused({ kind: taken.initials === initials ? 'initials-taken' : 'name-taken' })
    const { purposes, investigates, canReceive } = agencyType(kind)
    const ofKind = { kind, investigates, purposes: [...purposes], takesReferrals: canReceive }
    await tx.insert(agency).values({ agencyId, name, initials, dutyEmail, ...ofKind })
    await recordEvent(tx, asking, { kind: 'agency-added', data: { agencyId }, subjectId: agencyId })
    return done({ agencyId })
  })
}
