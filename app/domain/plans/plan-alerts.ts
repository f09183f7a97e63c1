import type { ActionProgress } from './plan-action.ts'
import type { PlanContent } from './plan-content.ts'

/** What no longer holds since a plan was agreed, and who must correct it. */
export const PLAN_ALERTS = {
  alternative_contact_missing: { label: 'The case has no alternative contact. Name someone the client can ask for' },
  contact_person_left: {
    label: 'The person who keeps in contact has left. The case worker does it until you change the plan',
  },
  actions_without_worker: {
    label: 'Actions have no one to do them. The case worker does them until you choose someone',
  },
} as const satisfies Record<string, { label: string }>

export type PlanAlert = keyof typeof PLAN_ALERTS

/** The alerts of an agreed plan. Agreeing a plan names its alternative contact on the case, where it may change later. */
export function planAlerts(
  { contact }: Pick<PlanContent, 'contact'>,
  actions: readonly ActionProgress[],
  people: { activeStaffIds: ReadonlySet<string>; caseAlternativeId: string | null; caseWorkerId: string | null },
): PlanAlert[] {
  const { activeStaffIds, caseAlternativeId, caseWorkerId } = people
  const isActive = (staffId: string | null) => staffId !== null && activeStaffIds.has(staffId)
  const alerts: PlanAlert[] = []
  if (!isActive(caseAlternativeId) || caseAlternativeId === caseWorkerId) alerts.push('alternative_contact_missing')
  if (contact && !isActive(contact.staffId)) alerts.push('contact_person_left')
  const ours = actions.filter(({ owner, state }) => owner === 'agency' && state === 'open')
  if (ours.some(({ staffId }) => !isActive(staffId))) alerts.push('actions_without_worker')
  return alerts
}
