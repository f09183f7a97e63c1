import { eq } from 'drizzle-orm'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { agency } from '../../../db/schema/agency.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { PageOf } from '../../domain/drafts/draft-form.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { canReceiveFor, isAgencyKind } from '../../domain/partnership/agency.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { endDraft } from '../../facts/drafts.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import type { AgencyInput } from './agency-input.server.ts'

export type ChangeAgencyRefusal = { kind: 'not-found' } | { kind: 'not-allowed' } | { kind: 'not-of-this-kind' }

/** The answers of one page of the form, or of several at once; what is left out stays as it is. */
type AgencyChange = Partial<AgencyInput> & { agencyId: string; page?: PageOf<'change-agency'>; draftId?: string }

/** Changes what an agency offers, when, and whether it takes new referrals. Others see it at once when they refer. */
export function changeAgency(
  asking: Asking,
  input: AgencyChange,
): Promise<Result<{ changed: string[] }, ChangeAgencyRefusal | AlreadyDone>> {
  const { agencyId, page, draftId, ...fields } = input
  return writeOnce<{ changed: string[] }, ChangeAgencyRefusal>(asking, 'change-agency', input, async (tx) => {
    const [held] = await tx.select().from(agency).where(eq(agency.agencyId, agencyId))
    if (!held) return refused({ kind: 'not-found' })
    if (!permissionsOf(asking.actor).may('update', 'agency', held)) return refused({ kind: 'not-allowed' })
    const { kind } = held
    if (isAgencyKind(kind) && !(fields.purposes ?? []).every((purpose) => canReceiveFor(kind, purpose)))
      return refused({ kind: 'not-of-this-kind' })
    await endDraft(tx, asking, { form: 'change-agency', subject: agencyId, page }, draftId)
    const changed = Object.entries(fields).flatMap(([name, value]) =>
      JSON.stringify(value) === JSON.stringify(held[name as keyof typeof fields]) ? [] : [name],
    )
    if (changed.length === 0) return done({ changed })
    await tx.update(agency).set(fields).where(eq(agency.agencyId, agencyId))
    await recordEvent(tx, asking, { kind: 'agency-changed', data: { agencyId, changed }, subjectId: agencyId })
    return done({ changed })
  })
}
