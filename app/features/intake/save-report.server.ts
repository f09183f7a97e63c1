import { z } from 'zod'
import type { AlreadyDone } from '../../../db/once.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result } from '../../domain/result.ts'
import { type AddReportRefusal, addReport } from './changes/add-report.server.ts'
import { type AfterSaving, type TakeReportInput, type TakeReportRefusal, takeReport } from './take-report.server.ts'

export interface Saved {
  caseId: string
  /** True if a case was opened, false if an incident was added to an existing case. */
  opened: boolean
  factsAdded: boolean
}

/** Opens a case, or adds the report to the case of the same person, as the writer answered. */
export async function saveReport(
  asking: Asking,
  input: TakeReportInput,
  andThen?: AfterSaving,
): Promise<Result<Saved, TakeReportRefusal | AddReportRefusal | AlreadyDone>> {
  const known = z.uuid().safeParse(input.samePerson)
  if (known.success) {
    const added = await addReport(asking, { ...input, caseId: known.data }, andThen)
    if (!added.ok) return added
    return done({ caseId: added.value.caseId, opened: false, factsAdded: added.value.changed.length > 0 })
  }
  const taken = await takeReport(asking, input, andThen)
  return taken.ok ? done({ caseId: taken.value.caseId, opened: true, factsAdded: false }) : taken
}
