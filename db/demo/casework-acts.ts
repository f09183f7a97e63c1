import { and, eq, inArray } from 'drizzle-orm'
import type { Asking } from '../../app/domain/actor.ts'
import { type CalendarDay, londonDayOf } from '../../app/domain/calendar-day.ts'
import type { DeferralReason, LateReason, SeriousReason } from '../../app/domain/case-reason.ts'
import type { ContactChannel, ContactOutcome } from '../../app/domain/contact.ts'
import { allocateCase } from '../../app/features/cases/allocate-case.server.ts'
import { deferContact } from '../../app/features/cases/defer-contact.server.ts'
import { giveLateReason } from '../../app/features/cases/give-late-reason.server.ts'
import { nameAlternativeContact } from '../../app/features/cases/name-alternative-contact.server.ts'
import { recordContact } from '../../app/features/cases/record-contact.server.ts'
import { changeSeriousness } from '../../app/features/reports/change-seriousness.server.ts'
import { recordIncident, recordIncidentFields } from '../../app/features/reports/record-incident.server.ts'
import { saveReportDraft } from '../../app/features/reports/report-draft.server.ts'
import { type TakeReportInput, takeReport, takeReportInput } from '../../app/features/reports/take-report.server.ts'
import { markLeaver } from '../../app/features/staff/mark-leaver.server.ts'
import { asActor } from '../as-actor.ts'
import { clock } from '../schema/timeline.ts'
import { type Ask, done } from './ask.ts'
import type { PersonTold } from './people.ts'
import type { CaseTold, ReportTold } from './told.ts'

/** What a housing officer, a police officer, a volunteer at a reporting centre does with a case. */
export function caseworkActs(ask: Ask) {
  return {
    /** Writes a report down; the taker is its worker until somebody is named. */
    report: async (taker: PersonTold, told: ReportTold): Promise<CaseTold> => {
      const asking = ask(taker)
      return { ...done(await takeReport(asking, reportOf(asking, told))), worker: taker }
    },
    /** Names the case worker: a manager for anybody, a worker for themselves. */
    allocate: async (by: PersonTold, file: CaseTold, worker: PersonTold) => {
      done(await allocateCase(ask(by), { caseId: file.caseId, staffId: worker.actor.staffId }))
      file.worker = worker
    },
    nameAlternative: async (file: CaseTold, other: PersonTold) =>
      done(await nameAlternativeContact(ask(file.worker), { caseId: file.caseId, staffId: other.actor.staffId })),
    contact: async (file: CaseTold, outcome: ContactOutcome, note = '', channel: ContactChannel = 'phone') =>
      done(
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
      done(await deferContact(ask(file.worker), { caseId: file.caseId, untilOn, reason })),
    raiseSerious: async (file: CaseTold, reason: SeriousReason, note: string) =>
      done(await changeSeriousness(ask(file.worker), { caseId: file.caseId, serious: true, reason, note })),
    furtherIncident: async (file: CaseTold, told: ReportTold) => {
      const asking = ask(file.worker)
      const { receivedAt: _now, ...fields } = told
      const parsed = recordIncidentFields.parse({ ...usualIncident(asking), ...fields })
      done(await recordIncident(asking, { ...parsed, receivedAt: null, caseId: file.caseId }))
    },
    /** A manager says why the client was contacted late. */
    explainLateContact: async (manager: PersonTold, { caseId }: CaseTold, reason: LateReason) => {
      const asking = ask(manager)
      const ofContact = and(eq(clock.agencyId, asking.actor.agencyId), inArray(clock.clause, ['R3', 'R4']))
      const late = await asActor(asking.actor, (tx) =>
        tx
          .select({ clockId: clock.clockId })
          .from(clock)
          .where(and(ofContact, eq(clock.caseId, caseId), eq(clock.state, 'met_late'))),
      )
      for (const { clockId } of late) done(await giveLateReason(asking, { caseId, clockId, reason, note: '' }))
    },
    leave: async (manager: PersonTold, leaver: PersonTold) =>
      done(await markLeaver(ask(manager), { staffId: leaver.actor.staffId })),
    /** Leaves a report half written, field by field as the form holds it. */
    leaveDraft: (writer: PersonTold, fields: Record<string, string[]>) => saveReportDraft(ask(writer), fields),
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
