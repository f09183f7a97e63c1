import type { Tx } from '../../../db/as-actor.ts'
import { CONTACT_CHANNELS } from '../../domain/cases/contact.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { CONTACT_UNITS, frequencyInWords } from '../../domain/plans/agreed-contact.ts'
import { actionsToContinue } from '../../domain/plans/plan-action.ts'
import { CLIENT_ANSWERS, type PlanContent, type PlannedAction } from '../../domain/plans/plan-content.ts'
import type { PlanOfCase } from '../../domain/plans/plan-of-case.ts'
import { type CaseSetting, readPlanOfCase, readPlanSetting } from '../../facts/casework/plan-of-case.server.ts'
import { readActiveStaff } from '../../facts/casework/plan-rows.server.ts'
import { findDraft } from '../../facts/drafts.server.ts'
import { dayFields } from '../../forms/day-fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { type FormRow, valuesOf } from '../../forms/repeating/rows.ts'
import { seenOf } from './lock-plan.server.ts'
import { MOST_ACTIONS } from './plan-entries.server.ts'

interface FormOption {
  value: string
  label: string
}

function optionsOf(vocabulary: Readonly<Record<string, { label: string }>>): FormOption[] {
  return Object.entries(vocabulary).map(([value, { label }]) => ({ value, label }))
}

/** The data for writing a plan: the draft, or the agreed version to be amended, and this writer's unsaved answers. */
export async function readPlanForm(tx: Tx, reading: Reading, caseId: string) {
  const { actor } = reading
  const [plan, setting, people, kept] = await Promise.all([
    readPlanOfCase(tx, actor, caseId),
    readPlanSetting(tx, actor, caseId),
    readActiveStaff(tx, actor),
    findDraft(tx, reading, { form: 'action-plan', subject: caseId }),
  ])
  const workers = people.map(({ staffId, name }) => ({ value: staffId, label: name }))
  const required = setting?.requiredContact
  return {
    values: startingValues(plan, setting),
    seen: seenOf(plan?.newest),
    kept,
    isAmending: plan?.agreed !== null && plan?.draft === null,
    /** Who has signed the text that a change makes void. */
    isPartlySigned: (plan?.signedBy.length ?? 0) > 0,
    requiredContact: required ? frequencyInWords(required) : '',
    mostActions: MOST_ACTIONS,
    options: {
      workers,
      alternatives: workers.filter(({ value }) => value !== setting?.caseWorkerId),
      clientAnswers: optionsOf(CLIENT_ANSWERS),
      units: optionsOf(CONTACT_UNITS),
      channels: optionsOf(CONTACT_CHANNELS),
    },
  }
}

export type PlanFormData = Awaited<ReturnType<typeof readPlanForm>>

function startingValues(plan: PlanOfCase | null, setting: CaseSetting | undefined): FormState['values'] {
  if (!plan) {
    const worker = setting?.caseWorkerId ?? ''
    return { contactBy: '', 'ours[0].staffId': worker, alternativeContactId: setting?.caseAlternativeId ?? '' }
  }
  const { content } = plan.newest
  if (plan.draft) return formValuesOf(content)
  const actions = actionsToContinue(content.actions, plan.actions)
  // The case may have got another alternative contact since that version was signed (I6).
  return formValuesOf({ ...content, actions, alternativeContactId: setting?.caseAlternativeId ?? null })
}

function formValuesOf({ actions, clientAnswer, contact, alternativeContactId }: PlanContent): FormState['values'] {
  const rows = (owner: PlannedAction['owner']): FormRow[] =>
    actions.filter((action) => action.owner === owner).map(rowOf)
  return {
    ...Object.fromEntries([...valuesOf('ours', rows('agency')), ...valuesOf('theirs', rows('client'))]),
    clientAnswer: clientAnswer === 'has_actions' && rows('client').length === 0 ? '' : clientAnswer,
    contactCount: contact ? String(contact.count) : '',
    contactUnit: contact?.unit ?? '',
    contactChannel: contact?.channel ?? '',
    contactBy: contact?.staffId ?? '',
    contactReason: contact?.reason ?? '',
    alternativeContactId: alternativeContactId ?? '',
  }
}

function rowOf({ what, dueOn, why, staffId }: PlannedAction): FormRow {
  return { what, ...dayFields('dueOn', dueOn), why, ...(staffId && { staffId }) }
}
