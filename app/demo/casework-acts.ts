import type { DeferralReason, SeriousReason } from '../domain/cases/case-reason.ts'
import type { ContactChannel, ContactOutcome } from '../domain/cases/contact.ts'
import type { Asking } from '../domain/partnership/actor.ts'
import { type CalendarDay, londonDayOf } from '../domain/time/calendar-day.ts'
import { allocateCase } from '../features/casework/allocation/allocate-case.server.ts'
import { deferContact } from '../features/casework/contacts/defer-contact.server.ts'
import { nameAlternativeContact } from '../features/casework/contacts/name-alternative-contact.server.ts'
import { recordContact } from '../features/casework/contacts/record-contact.server.ts'
import { keepDraft } from '../features/drafts/keep-draft.server.ts'
import { changeSeriousness } from '../features/intake/changes/change-seriousness.server.ts'
import { recordIncident, recordIncidentInput } from '../features/intake/changes/record-incident.server.ts'
import { type TakeReportInput, takeReport, takeReportInput } from '../features/intake/take-report.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { PersonTold } from './people.ts'
import type { CaseTold, ReportTold } from './told.ts'

/** What a housing officer, a police officer, a volunteer at a reporting centre does with a case. */
export function caseworkActs(ask: Ask) {
  return {
    /** Writes a report down; the taker is its worker until somebody is named. */
    report: async (taker: PersonTold, told: ReportTold): Promise<CaseTold> => {
      const asking = ask(taker)
      return { ...valueOrThrow(await takeReport(asking, reportOf(asking, told))), worker: taker }
    },
    /** Names the case worker: a manager for anybody, a worker for themselves. */
    allocate: async (by: PersonTold, file: CaseTold, worker: PersonTold) => {
      valueOrThrow(await allocateCase(ask(by), { caseId: file.caseId, staffId: worker.actor.staffId }))
      file.worker = worker
    },
    nameAlternative: async (file: CaseTold, other: PersonTold) =>
      valueOrThrow(
        await nameAlternativeContact(ask(file.worker), { caseId: file.caseId, staffId: other.actor.staffId }),
      ),
    contact: async (file: CaseTold, outcome: ContactOutcome, note = '', channel: ContactChannel = 'phone') =>
      valueOrThrow(
        await recordContact(ask(file.worker), {
          caseId: file.caseId,
          channel,
          outcome,
          note,
          contactedAt: null,
          takeCase: false,
        }),
      ),
    defer: async (file: CaseTold, untilOn: CalendarDay, reason: DeferralReason) =>
      valueOrThrow(await deferContact(ask(file.worker), { caseId: file.caseId, untilOn, reason })),
    raiseSerious: async (file: CaseTold, reason: SeriousReason, note: string) =>
      valueOrThrow(await changeSeriousness(ask(file.worker), { caseId: file.caseId, serious: true, reason, note })),
    furtherIncident: async (file: CaseTold, told: ReportTold) => {
      const asking = ask(file.worker)
      const { receivedAt: _now, ...fields } = told
      const parsed = recordIncidentInput.parse({ ...usualIncident(asking), ...fields })
      valueOrThrow(await recordIncident(asking, { ...parsed, receivedAt: null, caseId: file.caseId }))
    },
    /** Leaves a report half written, field by field as the form holds it. */
    leaveDraft: (writer: PersonTold, fields: Record<string, string[]>) =>
      keepDraft(ask(writer), { form: 'report' }, fields),
  }
}

function reportOf(asking: Asking, { receivedAt, ...told }: ReportTold): TakeReportInput {
  const parsed = takeReportInput.parse({
    channel: 'phone',
    reporterRole: 'victim',
    samePerson: 'another',
    ...usualIncident(asking),
    ...told,
  })
  return { ...parsed, receivedAt: receivedAt ?? null }
}

function usualIncident({ now }: Asking) {
  return { violence: 'no', occurredOn: londonDayOf(now), perceivedBy: ['client'], policeStatus: 'not_reported' }
}
