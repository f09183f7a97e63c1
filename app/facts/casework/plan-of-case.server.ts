import { and, desc, eq, inArray, isNull, max } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { actionPlan } from '../../../db/schema/action-plan.ts'
import { caseFile, contact } from '../../../db/schema/case-file.ts'
import { caseEvent } from '../../../db/schema/timeline.ts'
import type { CaseEventData } from '../../domain/cases/case-event.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { type ContactDays, nextContactDue } from '../../domain/plans/agreed-contact.ts'
import { planAlerts } from '../../domain/plans/plan-alerts.ts'
import { type PlanSetting, planGaps } from '../../domain/plans/plan-gaps.ts'
import type { FollowedAction, PlanOfCase, PlanVersion } from '../../domain/plans/plan-of-case.ts'
import { standing } from '../../domain/plans/plan-signature.ts'
import type { Calendar } from '../../domain/time/bank-holidays.ts'
import { isDay, londonDayOf } from '../../domain/time/calendar-day.ts'
import {
  planVersionOf,
  readActiveStaff,
  readFollowedActions,
  readPlanRows,
  readSignatures,
} from './plan-rows.server.ts'
import { readRiskOfCases } from './risk-of-case.server.ts'

type Reader = Pick<Actor, 'agencyId'>

/** The action plan of a case as it is now (I3 to I6); null if none was started. */
export async function readPlanOfCase(tx: Tx, actor: Reader, caseId: string): Promise<PlanOfCase | null> {
  return (await readPlansOfCases(tx, actor, [caseId])).get(caseId) ?? null
}

/** The plans of many cases, by case, for lists and Today: as many statements as for one. */
async function readPlansOfCases(tx: Tx, actor: Reader, caseIds: readonly string[]): Promise<Map<string, PlanOfCase>> {
  if (caseIds.length === 0) return new Map()
  const rows = await readPlanRows(
    tx,
    actor,
    and(inArray(actionPlan.caseId, [...caseIds]), isNull(actionPlan.supersededAt)),
  )
  if (rows.length === 0) return new Map()
  const cases = [...new Set(rows.map(({ caseId }) => caseId))]
  const [settings, signatures, actions, days, calendar] = await Promise.all([
    readPlanSettings(tx, actor, cases),
    readSignatures(
      tx,
      actor,
      rows.map(({ planId }) => planId),
    ),
    readFollowedActions(
      tx,
      actor,
      rows.filter(({ state }) => state === 'agreed'),
    ),
    readContactDays(tx, actor, cases),
    readCalendar(tx),
  ])
  const plans = cases.flatMap((caseId): [string, PlanOfCase][] => {
    const setting = settings.get(caseId)
    const versions = rows.filter((row) => row.caseId === caseId).map((row) => planVersionOf(row, signatures))
    const contactDays = days.get(caseId)
    if (!setting || !contactDays) return []
    return [[caseId, planOfCase(caseId, versions, setting, { actions, contactDays, calendar })]]
  })
  return new Map(plans)
}

interface FollowUp {
  actions: ReadonlyMap<string, FollowedAction[]>
  contactDays: Omit<ContactDays, 'agreedOn'>
  calendar: Calendar
}

function planOfCase(caseId: string, versions: PlanVersion[], setting: CaseSetting, follow: FollowUp): PlanOfCase {
  const draft = versions.find(({ state }) => state === 'draft') ?? null
  const agreed = versions.find(({ state }) => state === 'agreed') ?? null
  const actions = (agreed && follow.actions.get(agreed.planId)) ?? []
  const agreedContact = agreed?.content.contact ?? null
  const agreedOn = agreed?.agreedAt ? londonDayOf(agreed.agreedAt) : null
  const isDue = agreedContact !== null && agreedOn !== null && setting.isOpen
  return {
    caseId,
    newest: (draft ?? agreed) as PlanVersion,
    draft,
    agreed,
    gaps: draft ? planGaps(draft.content, setting) : [],
    signedBy: draft ? [...standing(draft.signatures, draft.fingerprint).keys()] : [],
    actions,
    agreedContact,
    nextContactDueOn: isDue
      ? nextContactDue(agreedContact, { ...follow.contactDays, agreedOn }, follow.calendar)
      : null,
    alerts: agreed && setting.isOpen ? planAlerts(agreed.content, actions, setting) : [],
  }
}

/** What decides about the plan of a case besides its content. */
export interface CaseSetting extends PlanSetting {
  caseAlternativeId: string | null
  isOpen: boolean
}

export async function readPlanSetting(tx: Tx, actor: Reader, caseId: string): Promise<CaseSetting | undefined> {
  return (await readPlanSettings(tx, actor, [caseId])).get(caseId)
}

async function readPlanSettings(tx: Tx, actor: Reader, caseIds: string[]): Promise<Map<string, CaseSetting>> {
  const [files, risks, people] = await Promise.all([
    tx
      .select({
        caseId: caseFile.caseId,
        stage: caseFile.stage,
        caseWorkerId: caseFile.caseWorkerId,
        caseAlternativeId: caseFile.alternativeContactId,
      })
      .from(caseFile)
      .where(and(eq(caseFile.agencyId, actor.agencyId), inArray(caseFile.caseId, caseIds))),
    readRiskOfCases(tx, actor, caseIds),
    readActiveStaff(tx, actor),
  ])
  const activeStaffIds = new Set(people.map(({ staffId }) => staffId))
  return new Map(
    files.map(({ caseId, stage, caseWorkerId, caseAlternativeId }) => {
      const risk = risks.get(caseId)
      const requiredContact = risk?.contactEvery ?? null
      const isOpen = stage === 'open'
      const setting = { requiredContact, caseWorkerId, activeStaffIds, caseAlternativeId, isOpen }
      // A client may decline the check: the level is then the worker's judgement, recorded with its reason (G4).
      return [caseId, { ...setting, riskChecked: risk !== undefined }]
    }),
  )
}

/** The last contact in which the client took part, and the latest day they asked to wait for. */
async function readContactDays(
  tx: Tx,
  { agencyId }: Reader,
  caseIds: string[],
): Promise<Map<string, Omit<ContactDays, 'agreedOn'>>> {
  const [contacts, deferrals] = await Promise.all([
    tx
      .select({ caseId: contact.caseId, lastAt: max(contact.contactedAt) })
      .from(contact)
      .where(
        and(
          eq(contact.agencyId, agencyId),
          inArray(contact.caseId, caseIds),
          eq(contact.succeeded, true),
          isNull(contact.errorAt),
        ),
      )
      .groupBy(contact.caseId),
    tx
      .selectDistinctOn([caseEvent.caseId], {
        caseId: caseEvent.caseId,
        data: caseEvent.data,
        askedAt: caseEvent.happenedAt,
      })
      .from(caseEvent)
      .where(
        and(
          eq(caseEvent.agencyId, agencyId),
          inArray(caseEvent.caseId, caseIds),
          eq(caseEvent.kind, 'contact-deferred'),
        ),
      )
      .orderBy(caseEvent.caseId, desc(caseEvent.seq)),
  ])
  return new Map(
    caseIds.map((caseId) => {
      const lastAt = contacts.find((row) => row.caseId === caseId)?.lastAt
      const deferred = deferrals.find((row) => row.caseId === caseId)
      const until = (deferred?.data as CaseEventData['contact-deferred'] | undefined)?.until ?? ''
      const deferral = deferred && isDay(until) ? { askedOn: londonDayOf(deferred.askedAt), until } : null
      return [caseId, { lastContactOn: lastAt ? londonDayOf(lastAt) : null, deferral }]
    }),
  )
}
