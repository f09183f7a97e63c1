import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { referral, referralPackage, referralStep } from '../../../../db/schema/referral.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { unsafeContactInWords } from '../../../domain/cases/unsafe-contact.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { clockStatus } from '../../../domain/standards/clock.ts'
import { explainDeadline } from '../../../domain/standards/clock-explanation.ts'
import { getStandard } from '../../../domain/standards/service-standard.ts'
import { lineBesideTag } from '../../../ui/line-beside-tag.ts'
import type { OwnReferral } from '../find-own-referral.server.ts'

/** All steps and messages between the two agencies, oldest first. */
export async function readSteps(tx: Tx, { agencyId }: Actor, referralId: string) {
  const rows = await tx
    .select({ step: referralStep, agencyName: agency.name })
    .from(referralStep)
    .innerJoin(agency, eq(agency.agencyId, referralStep.byAgencyId))
    .where(and(eq(referralStep.fromAgencyId, agencyId), eq(referralStep.referralId, referralId)))
    .orderBy(asc(referralStep.recordedAt), asc(referralStep.movedAt))
  return rows.map(({ step, agencyName }) => {
    const { stepId, move, reason, message, nextTryOn, byName, byAgencyId, errorReason } = step
    const ours = byAgencyId === agencyId
    return {
      ...{ stepId, move, reason, message, nextTryOn, byName, agencyName, ours, errorReason },
      unsafe: unsafeContactInWords(step.unsafeAnswers, step.unsafeReason),
      movedAt: step.movedAt.toISOString(),
      inError: step.errorAt !== null,
    }
  })
}

export type SentStep = Awaited<ReturnType<typeof readSteps>>[number]

/** The packages that were shared, newest version first. */
export async function readPackages(tx: Tx, { agencyId }: Actor, referralId: string) {
  const rows = await tx
    .select()
    .from(referralPackage)
    .where(and(eq(referralPackage.fromAgencyId, agencyId), eq(referralPackage.referralId, referralId)))
    .orderBy(asc(referralPackage.version))
  return rows.toReversed().map(({ version, categories, content, sharedAt, sharedByName, amendmentReason }) => ({
    ...{ version, categories, content, sharedByName, amendmentReason },
    sharedAt: sharedAt.toISOString(),
  }))
}

/** The referral that this one replaced, and the one that replaced it. */
export async function readLinks(tx: Tx, { agencyId }: Actor, own: OwnReferral) {
  const columns = { referralId: referral.referralId, reference: referral.reference }
  const ours = eq(referral.fromAgencyId, agencyId)
  const [next] = await tx
    .select(columns)
    .from(referral)
    .where(and(ours, eq(referral.reroutedFromId, own.referralId)))
  const [before] = own.reroutedFromId
    ? await tx
        .select(columns)
        .from(referral)
        .where(and(ours, eq(referral.referralId, own.reroutedFromId)))
    : []
  return { reroutedTo: next ?? null, reroutedFrom: before ?? null }
}

export async function readAgency(tx: Tx, agencyId: string) {
  const { name, dutyPhone, dutyEmail, hours } = agency
  const [row] = await tx
    .select({ agencyId: agency.agencyId, name, dutyPhone, dutyEmail, hours })
    .from(agency)
    .where(eq(agency.agencyId, agencyId))
  if (!row) throw new Error('A referral to an agency that is not in the directory.')
  return row
}

export async function nameOfStaff(tx: Tx, { agencyId }: Actor, staffId: string): Promise<string> {
  const [row] = await tx
    .select({ name: staff.name })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId)))
  return row?.name ?? ''
}

/** The I2 deadline of this referral, with its explanation. */
export async function readClock(tx: Tx, { agencyId }: Actor, referralId: string, now: Date) {
  const [row] = await tx
    .select()
    .from(clock)
    .where(and(eq(clock.agencyId, agencyId), eq(clock.clause, 'I2'), eq(clock.subjectId, referralId)))
  if (!row) return null
  const explanation = explainDeadline(getStandard('I2'), row.startedAt, await readCalendar(tx))
  const { status, line } = clockStatus(row, now)
  return { status, line: lineBesideTag(status, line), dueAt: row.dueAt.toISOString(), explanation }
}
