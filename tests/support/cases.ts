import { type AllocateCaseInput, allocateCase } from '../../app/features/cases/allocate-case.server.ts'
import { type TakeReportInput, takeReport, takeReportInput } from '../../app/features/reports/take-report.server.ts'
import { asking, MONDAY_MORNING, type Person } from './world.ts'

let reports = 0

/**
 * A report as the short path needs it, by phone, from the client herself; each with a name and a number of its own.
 * Given as the form sends it, so that the schema fills in the rest.
 */
export function reportInput(given: Partial<Record<keyof TakeReportInput, unknown>> = {}): TakeReportInput {
  reports += 1
  const { receivedAt, ...fields } = given
  const parsed = takeReportInput.parse({
    channel: 'phone',
    reporterRole: 'victim',
    clientName: `Client ${reports}`,
    phone: `07700 ${String(900_000 + reports)}`,
    safeToCall: 'yes',
    safeToVoicemail: 'no',
    account: 'They shouted at me again outside the shop.',
    strands: ['race'],
    violence: 'no',
    wishes: 'I want it to stop.',
    samePerson: 'another',
    ...fields,
  })
  return { ...parsed, receivedAt: receivedAt instanceof Date ? receivedAt : null }
}

interface Given {
  now?: Date
  report?: Partial<Record<keyof TakeReportInput, unknown>>
}

/** What a use case answered, where anything else is a mistake of the test. */
export function allowed<Value>(result: { ok: true; value: Value } | { ok: false; refusal: { kind: string } }): Value {
  if (result.ok) return result.value
  throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
}

/** A case that somebody of an agency has just taken down; nobody has it yet. */
export async function reportedCase(taker: Person, { now = MONDAY_MORNING, report }: Given = {}) {
  return allowed(await takeReport(asking(taker, now), reportInput(report)))
}

/** A case that its worker took as soon as it was reported. */
export async function allocatedCase(worker: Person, { now = MONDAY_MORNING, report }: Given = {}) {
  const reported = await reportedCase(worker, { now, report })
  const input: AllocateCaseInput = { caseId: reported.caseId, staffId: worker.actor.staffId }
  allowed(await allocateCase(asking(worker, now), input))
  return reported
}
