import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { caseFile } from '../../../../db/schema/case-file.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { checkReceived, contactabilityOf, type ReceivedRefusal } from '../../../domain/cases/case.ts'
import { changedAnswers } from '../../../domain/cases/changed-detail.ts'
import type { CaseworkNotStarted } from '../../../domain/cases/start-casework.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { joinNotes } from '../../../domain/referrals/merge-client-facts.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'
import { endDraft } from '../../../facts/drafts.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { type AfterSaving, reporterOf, type TakeReportInput } from '../take-report.server.ts'
import { addClientFacts } from './add-client-facts.server.ts'
import { changedNames } from './changed-names.ts'
import { type RecordIncidentRefusal, recordIncidentIn } from './record-incident.server.ts'

type AddReportInput = TakeReportInput & { caseId: string }

export type AddReportRefusal = ReceivedRefusal | RecordIncidentRefusal | CaseworkNotStarted

/** `changed` names the fields of the case that differ from before. */
interface Added {
  caseId: string
  changed: string[]
}

/**
 * Adds a whole report to the case of the same person: the incident, the reporter, and what they said about the
 * client. Nothing in the case is overwritten: where the report differs, the case shows both, to be checked.
 */
export function addReport(
  asking: Asking,
  input: AddReportInput,
  andThen?: AfterSaving,
): Promise<Result<Added, AddReportRefusal | AlreadyDone>> {
  return writeOnce(asking, 'add-report', input, (tx) => addIn(tx, asking, input, andThen))
}

async function addIn(
  tx: Tx,
  asking: Asking,
  input: AddReportInput,
  andThen?: AfterSaving,
): Promise<Result<Added, AddReportRefusal>> {
  const { caseId, channel, backdatedReason, reporterRole } = input
  const receivedAt = input.receivedAt ?? asking.now
  const received = checkReceived({ receivedAt, backdatedReason }, asking.now)
  if (!received.ok) return received
  const contactable = contactabilityOf({ reporterRole, clientAware: input.clientAware === 'yes' })
  const changed = await addFacts(tx, asking, input, { receivedAt, reachable: contactable === 'possible' })
  if (!changed) return refused({ kind: 'not-found' })
  const reporter = reporterOf(input)
  const report = { receivedAt: receivedAt.toISOString(), backdatedReason, channel, reporterRole, reporter }
  const recorded = await recordIncidentIn(tx, asking, input, { report, contactable })
  if (!recorded.ok) return recorded
  const followed = await andThen?.(tx, asking, { ...input, incidentId: recorded.value.incidentId })
  if (followed && !followed.ok) return followed
  await endDraft(tx, asking, { form: 'report' }, input.draftId)
  return done({ caseId, changed })
}

interface ReportStatus {
  receivedAt: Date
  reachable: boolean
}

/**
 * Adds the facts about the client. A client who could not be contacted but now reports can be contacted from now on.
 */
async function addFacts(
  tx: Tx,
  asking: Asking,
  input: AddReportInput,
  { receivedAt, reachable }: ReportStatus,
): Promise<string[] | undefined> {
  const { actor, now } = asking
  const { caseId } = input
  const held = await lockCaseToChange(tx, actor, caseId)
  if (!held) return undefined
  const on = londonDayOf(receivedAt)
  const ofCase = {
    wishes: joinNotes(held.wishes, input.wishes, on, '\n\n'),
    contactability: reachable ? ('possible' as const) : held.contactability,
  }
  const added = await addClientFacts(tx, actor, { clientId: held.clientId, told: input, on })
  if (!added) return undefined
  const { changed, after } = added
  changed.push(...changedNames(held, ofCase))
  if (changed.length === 0) return changed
  await tx
    .update(caseFile)
    .set({ ...ofCase, version: now })
    .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId)))
  await recordEvent(tx, asking, {
    kind: 'case-details-changed',
    data: { changed, answers: changedAnswers(changed, { ...after, ...ofCase }) },
    caseId,
  })
  const possibleAt = receivedAt.toISOString()
  if (ofCase.contactability !== held.contactability)
    await recordEvent(tx, asking, { kind: 'contact-made-possible', data: { possibleAt }, caseId })
  return changed
}
