import type { ContactInterval } from '../risk/risk-consequence.ts'
import { isLessOften } from './agreed-contact.ts'
import type { PlanContent } from './plan-content.ts'

/** What a draft still lacks before it may be signed: each named, with the words the pages and the server use. */
export const PLAN_GAPS = {
  no_risk_check: { label: 'Do the risk check with the client, or record that they declined', clause: 'G4' },
  no_agency_action: { label: 'Add at least one action that we do', clause: 'I3' },
  action_without_worker: { label: 'Choose who does each of our actions', clause: 'I3' },
  client_not_asked: { label: 'Ask the client what they want to do themselves', clause: 'I3' },
  client_actions_missing: { label: 'Add what the client wants to do', clause: 'I3' },
  no_agreed_contact: { label: 'Agree with the client how often we contact them', clause: 'I5' },
  less_often_without_reason: {
    label: 'Say why we contact the client less often than their risk asks for',
    clause: 'I5',
  },
  no_alternative_contact: { label: 'Name an alternative contact', clause: 'I6' },
  alternative_is_worker: { label: 'Choose an alternative contact other than the case worker', clause: 'I6' },
  no_case_worker: { label: 'Give the case a case worker', clause: 'R6' },
} as const satisfies Record<string, { label: string; clause: string }>

export type PlanGap = keyof typeof PLAN_GAPS

/** What decides, besides the content of the plan, whether it may be signed. */
export interface PlanSetting {
  /** Done, or declined by the client with the worker's own judgement and reason (G4). */
  riskChecked: boolean
  /** How often the level of risk asks for contact; null where it asks for nothing. */
  requiredContact: ContactInterval | null
  caseWorkerId: string | null
  /** The people of the agency who still work there and can have cases. */
  activeStaffIds: ReadonlySet<string>
}

/** What is missing before a plan may be signed; empty when nothing is. The server refuses to sign while it is not. */
export function planGaps(content: PlanContent, setting: PlanSetting): PlanGap[] {
  const { actions, clientAnswer, contact, alternativeContactId: alternative } = content
  const isActive = (staffId: string | null) => staffId !== null && setting.activeStaffIds.has(staffId)
  const ours = actions.filter(({ owner }) => owner === 'agency')
  const hasClientActions = actions.some(({ owner }) => owner === 'client')
  const present: Record<PlanGap, boolean> = {
    no_risk_check: !setting.riskChecked,
    no_agency_action: ours.length === 0,
    action_without_worker: ours.some(({ staffId }) => !isActive(staffId)),
    client_not_asked: clientAnswer === 'not_asked' && !hasClientActions,
    client_actions_missing: clientAnswer === 'has_actions' && !hasClientActions,
    no_agreed_contact: contact === null || !isActive(contact.staffId),
    less_often_without_reason: needsReason(content, setting) && contact?.reason.trim() === '',
    no_alternative_contact: !isActive(alternative),
    alternative_is_worker: alternative !== null && alternative === setting.caseWorkerId,
    no_case_worker: setting.caseWorkerId === null,
  }
  return (Object.keys(PLAN_GAPS) as PlanGap[]).filter((gap) => present[gap])
}

/** Whether the agreed contact is less often than the level of risk asks for. */
function needsReason(
  { contact }: Pick<PlanContent, 'contact'>,
  { requiredContact }: Pick<PlanSetting, 'requiredContact'>,
): boolean {
  return contact !== null && requiredContact !== null && isLessOften(contact, requiredContact)
}
