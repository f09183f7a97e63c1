import { CONTACT_CHANNELS } from '../cases/contact.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { dayInWords } from '../time/calendar-day.ts'
import { frequencyInWords } from './agreed-contact.ts'
import type { ActionProgress } from './plan-action.ts'
import type { PlanContent } from './plan-content.ts'

/**
 * What of an agreed plan may go to another agency: the actions and how often the client is contacted. Why, who does it
 * and what was signed stay here. Null where nothing is left to share.
 */
export function sharedPlan(
  { actions, contact }: PlanContent,
  progress: readonly ActionProgress[],
): { actions: string[]; contact: string } | null {
  const shown = actions.flatMap(({ actionId, owner, what }) => {
    const now = progress.find((action) => action.actionId === actionId)
    if (!now || now.state === 'not_needed') return []
    const when = now.doneOn ? `done on ${dayInWords(now.doneOn)}` : `by ${dayInWords(now.dueOn)}`
    return [`${owner === 'agency' ? 'The agency' : 'The client'}: ${what}, ${when}`]
  })
  const agreed = contact ? `${CONTACT_CHANNELS[contact.channel].label}, ${lowerFirst(frequencyInWords(contact))}` : ''
  return shown.length > 0 || agreed ? { actions: shown, contact: agreed } : null
}
