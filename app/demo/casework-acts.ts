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
import { reportUrgentWork } from '../features/repairs/report-repair.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryPerson } from './people.ts'
import type { StoryCase, StoryReport } from './story-types.ts'

/** What case workers do with a case: housing officers, police officers, volunteers at a reporting centre. */
export function caseworkActs(ask: Ask) {
  return {
    /** Takes a report. The person who takes it is the case worker until another is named. */
    report: async (taker: StoryPerson, report: StoryReport): Promise<StoryCase> => {
      const asking = ask(taker)
      return { ...valueOrThrow(await takeReport(asking, reportOf(asking, report), reportUrgentWork)), worker: taker }
    },
    /** Names the case worker. A manager may name anyone, a case worker only themselves. */
    allocate: async (by: StoryPerson, file: StoryCase, worker: StoryPerson) => {
      valueOrThrow(await allocateCase(ask(by), { caseId: file.caseId, staffId: worker.actor.staffId }))
      file.worker = worker
    },
    nameAlternative: async (file: StoryCase, other: StoryPerson) =>
      valueOrThrow(
        await nameAlternativeContact(ask(file.worker), { caseId: file.caseId, staffId: other.actor.staffId }),
      ),
    contact: async (file: StoryCase, outcome: ContactOutcome, note = '', channel: ContactChannel = 'phone') =>
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
    defer: async (file: StoryCase, untilOn: CalendarDay, reason: DeferralReason) =>
      valueOrThrow(await deferContact(ask(file.worker), { caseId: file.caseId, untilOn, reason })),
    raiseSerious: async (file: StoryCase, reason: SeriousReason, note: string) =>
      valueOrThrow(await changeSeriousness(ask(file.worker), { caseId: file.caseId, serious: true, reason, note })),
    furtherIncident: async (file: StoryCase, report: StoryReport) => {
      const asking = ask(file.worker)
      const { receivedAt: _now, ...fields } = report
      const parsed = recordIncidentInput.parse({ ...usualIncident(asking), ...fields })
      valueOrThrow(await recordIncident(asking, { ...parsed, receivedAt: null, caseId: file.caseId }))
    },
    /** Leaves an unfinished report as a draft. */
    leaveDraft: (writer: StoryPerson, fields: Record<string, string[]>) =>
      keepDraft(ask(writer), { form: 'report' }, fields),
  }
}

function reportOf(asking: Asking, { receivedAt, ...report }: StoryReport): TakeReportInput {
  const parsed = takeReportInput.parse({
    channel: 'phone',
    reporterRole: 'victim',
    samePerson: 'another',
    ...usualIncident(asking),
    ...report,
  })
  return { ...parsed, receivedAt: receivedAt ?? null }
}

function usualIncident({ now }: Asking) {
  return { violence: 'no', occurredOn: londonDayOf(now), perceivedBy: ['client'], policeStatus: 'not_reported' }
}
