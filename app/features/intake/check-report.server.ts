import { and, eq } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { checkReceived, contactabilityOf } from '../../domain/cases/case.ts'
import { CASE_WORKER_NEEDED, decideStart } from '../../domain/cases/start-casework.ts'
import type { StrandId } from '../../domain/cases/strand.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { findPostcode } from '../../facts/find-postcodes.server.ts'
import { readStrandsOffered } from '../../facts/read-strands.server.ts'
import type { FieldError } from '../../forms/form-state.ts'
import { sayRefusal } from '../../forms/refusal-table.server.ts'
import { type ChangeDetailsInput, reachProblems } from './changes/change-details.server.ts'
import { findIncident } from './changes/read-incident.server.ts'
import { incidentProblems } from './incident-entries.server.ts'
import { REPORT_REFUSALS, type ReportRefusal } from './refusal-words.server.ts'
import type { TakeReportInput } from './take-report.server.ts'

/** Errors of a report that the schema cannot find, so that the form shows all errors at once. */
export function checkReport(reading: Reading, sound: Partial<TakeReportInput>): Promise<FieldError[]> {
  const { receivedAt = null, backdatedReason } = sound
  const received =
    receivedAt === null || backdatedReason === undefined
      ? null
      : checkReceived({ receivedAt, backdatedReason }, reading.now)
  return asActor(reading.actor, async (tx) => [
    ...startErrors(sound),
    ...(received?.ok === false ? inWords([received.refusal]) : []),
    ...(await incidentErrors(tx, reading, sound)),
  ])
}

/** Errors about “We spoke just now”. A report added to an existing case may have a case worker already. */
function startErrors(sound: Partial<TakeReportInput>): FieldError[] {
  const { spokeNow = false, takeCase = false, channel, reporterRole, clientAware, samePerson = '' } = sound
  const isNew = samePerson === '' || samePerson === 'another'
  const worker = spokeNow && !takeCase && isNew ? [CASE_WORKER_NEEDED] : []
  if (!channel || !reporterRole) return worker
  const contactable = contactabilityOf({ reporterRole, clientAware: clientAware === 'yes' })
  const decided = decideStart({ spokeNow, takeCase, channel, reporterRole, contactable })
  return decided.ok ? worker : [decided.refusal, ...worker]
}

/** The errors of an incident alone. A corrected incident may keep its strands, even if they are no longer offered. */
export function checkIncidentForm(
  reading: Reading,
  sound: Partial<TakeReportInput>,
  corrected?: { caseId: string; incidentId: string },
): Promise<FieldError[]> {
  return asActor(reading.actor, async (tx) => {
    const before = corrected && (await findIncident(tx, reading.actor, corrected))
    return incidentErrors(tx, reading, sound, before?.strands)
  })
}

/** The errors of a client's details: a client who may be contacted needs a name and a way to reach them. */
export function checkDetails(
  { actor }: Reading,
  caseId: string,
  sound: Partial<ChangeDetailsInput>,
): Promise<FieldError[]> {
  return asActor(actor, async (tx) => {
    const [held] = await tx
      .select({ contactability: caseFile.contactability })
      .from(caseFile)
      .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId)))
    if (!held || (held.contactability !== 'possible' && !sound.contactPossible)) return []
    const { clientName = '?', phone = '?', email = '?', address = '?', trustedPerson = '?' } = sound
    return inWords(reachProblems({ clientName, phone, email, address, trustedPerson }))
  })
}

async function incidentErrors(
  tx: Tx,
  { now }: Reading,
  sound: Partial<TakeReportInput>,
  alsoOffered: readonly StrandId[] = [],
): Promise<FieldError[]> {
  const { strands = [], primaryStrand = null, occurredOn = null, postcode, locationType } = sound
  const offered = [...(await readStrandsOffered(tx)), ...alsoOffered]
  const known = { offered, today: londonDayOf(now) }
  const problems: ReportRefusal[] = incidentProblems({ strands, primaryStrand, occurredOn }, known)
  const isPlaced = postcode && locationType !== 'online'
  if (isPlaced && !(await findPostcode(tx, postcode))) problems.push({ kind: 'postcode-unknown' })
  return inWords(problems)
}

function inWords(problems: readonly ReportRefusal[]): FieldError[] {
  return problems.flatMap((problem) => sayRefusal(REPORT_REFUSALS, problem).errors)
}
