import { z } from 'zod'
import type { AlreadyDone } from '../../../db/once.ts'
import type { Asking } from '../../domain/actor.ts'
import { done, type Result } from '../../domain/result.ts'
import { type RecordIncidentRefusal, recordIncident } from './record-incident.server.ts'
import { type TakeReportInput, type TakeReportRefusal, takeReport } from './take-report.server.ts'

export interface Saved {
  caseId: string
  /** Whether a case was opened, or an incident added to one that was there. */
  opened: boolean
}

/** Does what the writer said about who it is: opens a case, or adds the incident to the case of the same person. */
export async function saveReport(
  asking: Asking,
  input: TakeReportInput,
): Promise<Result<Saved, TakeReportRefusal | RecordIncidentRefusal | AlreadyDone>> {
  const known = z.uuid().safeParse(input.samePerson)
  if (known.success) {
    const added = await recordIncident(asking, { ...input, caseId: known.data })
    return added.ok ? done({ caseId: added.value.caseId, opened: false }) : added
  }
  const taken = await takeReport(asking, input)
  return taken.ok ? done({ caseId: taken.value.caseId, opened: true }) : taken
}
