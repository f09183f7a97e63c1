import { type AllocateCaseInput, allocateCase } from '../../app/features/casework/allocation/allocate-case.server.ts'
import { type RecordContactInput, recordContact } from '../../app/features/casework/contacts/record-contact.server.ts'
import {
  type RecordIncidentInput,
  recordIncidentInput,
} from '../../app/features/intake/changes/record-incident.server.ts'
import { type TakeReportInput, takeReport, takeReportInput } from '../../app/features/intake/take-report.server.ts'
import { asking, MONDAY_MORNING, type Person } from './world.ts'

let reports = 0

/** A report as the short path needs it, by phone, from the client herself; each with a name and a number of its own. */
export function reportInput(given: Partial<TakeReportInput> = {}): TakeReportInput {
  reports += 1
  const shortPath = takeReportInput.parse({
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
  })
  return { ...shortPath, ...given }
}

interface Given {
  now?: Date
  report?: Partial<TakeReportInput>
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

/** A contact as the two-tap form sends it: by phone, now, and they spoke. */
export function contactInput(caseId: string, given: Partial<RecordContactInput> = {}): RecordContactInput {
  return { caseId, channel: 'phone', outcome: 'spoke', contactedAt: null, note: '', takeCase: false, ...given }
}

/** A case whose worker has spoken with the client. */
export async function contactedCase(worker: Person, given: Given = {}) {
  const allocated = await allocatedCase(worker, given)
  const { contactId } = allowed(await recordContact(asking(worker, given.now), contactInput(allocated.caseId)))
  return { ...allocated, contactId }
}

/** A further incident in a case, with the answers of the short path. */
export function incidentInput(caseId: string, given: Partial<RecordIncidentInput> = {}): RecordIncidentInput {
  const shortPath = recordIncidentInput.parse({ account: 'It happened again.', strands: ['race'], violence: 'no' })
  return { ...shortPath, ...given, caseId }
}
