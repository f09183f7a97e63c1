import { askOverride } from '../../../app/features/consents/ask-override.server.ts'
import { keepClientAnswer } from '../../../app/features/consents/client-answers.server.ts'
import { decideOverride } from '../../../app/features/consents/decide-override.server.ts'
import { recordAnswers, recordAnswersInput } from '../../../app/features/consents/record-answers.server.ts'
import { recordConsent } from '../../../app/features/consents/record-consent.server.ts'
import { addReport } from '../../../app/features/intake/changes/add-report.server.ts'
import { changeDetails, changeDetailsInput } from '../../../app/features/intake/changes/change-details.server.ts'
import { changeIncident, changeIncidentInput } from '../../../app/features/intake/changes/change-incident.server.ts'
import { changeSeriousness } from '../../../app/features/intake/changes/change-seriousness.server.ts'
import { recordIncident } from '../../../app/features/intake/changes/record-incident.server.ts'
import { takeReport } from '../../../app/features/intake/take-report.server.ts'
import { allocatedCase, allowed, incidentInput, reportedCase, reportInput } from '../../support/cases.ts'
import { overrideInput } from '../../support/casework/overrides.ts'
import { consentInput, type Partners } from '../../support/referrals.ts'
import { asking, MONDAY_MORNING, type World } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

const WORKERS_PART = { method: 'verbal', language: 'Arabic', grantor: 'client', capacity: 'presumed' }

/** Reports and what is corrected in them; consents, and sharing without. */
export function intakeDoors(world: World, { worker, manager, recipient }: Partners): Doors {
  const client = { clientName: 'Amara Diallo', phone: '07700 900001' }

  async function keptAnswer(form: Parameters<typeof keepClientAnswer>[0], caseId: string) {
    const { caseId: _case, ...answer } = consentInput(caseId, recipient)
    await keepClientAnswer(form, caseId, answer, { first: true })
    return { ok: true }
  }

  return {
    'intake/take-report': door('caseFile', 'insert', worker, async () => (form) => takeReport(form, reportInput())),
    'intake/changes/add-report': door('caseFile', 'update', worker, async () => {
      const { caseId } = await reportedCase(worker)
      return (form) => addReport(form, { ...reportInput(), caseId })
    }),
    'intake/changes/change-details': door('client', 'update', worker, async () => {
      const { caseId } = await reportedCase(worker, { report: client })
      const seenVersion = MONDAY_MORNING.toISOString()
      const fields = changeDetailsInput.parse({ ...client, wishes: 'No police.', language: 'Arabic', seenVersion })
      return (form) => changeDetails(form, { ...fields, caseId })
    }),
    'intake/changes/change-incident': door('incident', 'update', worker, async () => {
      const { caseId } = await reportedCase(worker)
      const [row] = await world.admin`select incident_id from incident where case_id = ${caseId}`
      const fields = changeIncidentInput.parse({ strands: ['race'], violence: 'no', policeStatus: 'not_recorded' })
      return (form) => changeIncident(form, { ...fields, caseId, incidentId: String(row?.incident_id) })
    }),
    'intake/changes/change-seriousness': door('caseFile', 'update', manager, async () => {
      const { caseId } = await allocatedCase(worker)
      const reason = { reason: 'threat_told_later', note: 'She said so.' } as const
      return (form) => changeSeriousness(form, { caseId, serious: true, ...reason })
    }),
    'intake/changes/record-incident': door('incident', 'insert', worker, async () => {
      const { caseId } = await reportedCase(worker)
      return (form) => recordIncident(form, incidentInput(caseId))
    }),
    'consents/ask-override': door('consentOverride', 'insert', worker, async () => {
      const { caseId } = await reportedCase(worker)
      return (form) => askOverride(form, overrideInput(recipient.agencyId, caseId))
    }),
    'consents/decide-override': door('consentOverride', 'update', manager, async () => {
      const { caseId } = await reportedCase(worker)
      const input = overrideInput(recipient.agencyId, caseId)
      const { overrideId } = allowed(await askOverride(asking(worker), input))
      return (form) => decideOverride(form, { overrideId, decision: 'refused', note: 'Ask first.' })
    }),
    'consents/client-answers': door('caseFile', 'update', worker, async () => {
      const { caseId } = await reportedCase(worker)
      return (form) => keptAnswer(form, caseId)
    }),
    'consents/record-answers': door('consent', 'insert', worker, async () => {
      const { caseId } = await reportedCase(worker)
      await keptAnswer(asking(worker), caseId)
      return (form) => recordAnswers(form, { ...recordAnswersInput.parse(WORKERS_PART), caseId })
    }),
    'consents/record-consent': door('consent', 'insert', worker, async () => {
      const { caseId } = await reportedCase(worker)
      return (form) => recordConsent(form, consentInput(caseId, recipient))
    }),
  }
}
