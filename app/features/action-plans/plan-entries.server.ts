import { z } from 'zod'
import { CONTACT_CHANNELS } from '../../domain/cases/contact.ts'
import { type AgreedContact, CONTACT_UNITS, LONGEST_INTERVAL } from '../../domain/plans/agreed-contact.ts'
import type { TypedAction } from '../../domain/plans/plan-action.ts'
import { CLIENT_ANSWERS } from '../../domain/plans/plan-content.ts'
import { neededDayField } from '../../forms/date-fields.server.ts'
import { choiceOf, draftEntries, neededText, optionalChoiceOf, typedText } from '../../forms/form-fields.server.ts'
import type { FieldError } from '../../forms/form-state.ts'
import { repeatingGroup } from '../../forms/repeating/repeating-group.server.ts'

/** The most actions of one side that a plan takes: more is a list that nobody follows. */
export const MOST_ACTIONS = 12

const WHO = 'Choose who does this'

const actionEntries = {
  what: neededText(300, 'Enter what is to be done'),
  dueOn: neededDayField('planned', 'Enter the day by which it is done'),
  why: neededText(500, 'Enter why'),
}

const typedWorker = z
  .union([z.literal(''), z.uuid('Choose someone from the list')], 'Choose someone from the list')
  .default('')

export const savePlanInput = z.object({
  ours: repeatingGroup({
    entries: { ...actionEntries, staffId: z.uuid({ error: WHO }) },
    item: 'Action of our agency',
    most: MOST_ACTIONS,
    missing: 'Add at least one action that we do',
  }),
  clientAnswer: choiceOf(CLIENT_ANSWERS, 'Choose what the client answered'),
  theirs: repeatingGroup({ entries: actionEntries, item: 'Action of the client', most: MOST_ACTIONS }),
  contactCount: typedText(3).pipe(
    z.string().refine((count) => count === '' || /^[1-9]\d{0,2}$/.test(count), 'Enter a whole number, like 7'),
  ),
  contactUnit: optionalChoiceOf(CONTACT_UNITS),
  contactChannel: optionalChoiceOf(CONTACT_CHANNELS),
  contactBy: typedWorker,
  contactReason: typedText(500),
  alternativeContactId: typedWorker,
  /** Which version, saved how often, the form showed: `seenOf` a plan, or '' where there was none. */
  seen: typedText(60),
  ...draftEntries,
})

type SavePlanFields = z.output<typeof savePlanInput>
export type SavePlanInput = Omit<SavePlanFields, keyof typeof draftEntries> & { caseId: string; draftId?: string }

/** What a schema of single fields cannot know: answers that need each other. */
export function checkPlanFields(sound: Partial<SavePlanFields>): FieldError[] {
  const { clientAnswer, theirs, contactCount, contactUnit, contactChannel, contactBy } = sound
  const errors: FieldError[] = []
  const wrong = (field: string, message: string) => errors.push({ field, message })
  if (clientAnswer === 'has_actions' && theirs?.length === 0) wrong('theirs', 'Add what the client wants to do')
  if (clientAnswer && clientAnswer !== 'has_actions' && theirs && theirs.length > 0)
    wrong('clientAnswer', 'Choose that the client wants to do something, or remove the client’s actions')
  if (Number(contactCount) > LONGEST_INTERVAL) wrong('contactCount', `Enter a number up to ${LONGEST_INTERVAL}`)
  if (!contactCount && !contactChannel && !contactBy) return errors
  // A part that is not sound has its own message.
  if (contactCount === '') wrong('contactCount', 'Enter how often you contact the client')
  if (contactUnit === null) wrong('contactUnit', 'Choose days or working days')
  if (contactChannel === null) wrong('contactChannel', 'Choose how you contact the client')
  if (contactBy === '') wrong('contactBy', 'Choose who contacts the client')
  return errors
}

/** The actions of a form that was checked, in the order of the plan: ours first. */
export function typedActions({ ours, theirs }: Pick<SavePlanFields, 'ours' | 'theirs'>): TypedAction[] {
  return [
    ...ours.map((action): TypedAction => ({ ...action, owner: 'agency' })),
    ...theirs.map((action): TypedAction => ({ ...action, owner: 'client', staffId: null })),
  ]
}

/** The contact of a form that was checked; null where none is agreed yet. */
export function typedContact(input: SavePlanInput): AgreedContact | null {
  const { contactCount, contactUnit: unit, contactChannel: channel, contactBy: staffId, contactReason: reason } = input
  if (contactCount === '' || unit === null || channel === null || staffId === '') return null
  return { count: Number(contactCount), unit, channel, staffId, reason }
}
