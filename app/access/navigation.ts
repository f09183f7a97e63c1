import type { Actor } from '../domain/partnership/actor.ts'
import { href } from '../href.ts'
import { permissionsOf } from './ability.ts'

export interface Section {
  href: string
  label: string
}

/** Whether the client reads this page on the worker's tablet. Its frame then has no links to other pages. */
export function isHeldByClient({ url }: Request): boolean {
  return /^\/cases\/[^/]+\/consents\/ask$/.test(new URL(url).pathname)
}

/** The sections of the service navigation that this person may open. */
export function sectionsFor(actor: Actor, { demo }: { demo: boolean }): Section[] {
  const { mayEver } = permissionsOf(actor)
  const casework = mayEver('select', 'caseFile')
  return [
    { href: href('/today'), label: 'Today' },
    ...(casework
      ? [
          { href: href('/reports/new'), label: 'Take a report' },
          { href: href('/cases'), label: 'Cases' },
          { href: href('/inbox'), label: 'Inbox' },
          { href: href('/sent'), label: 'Sent referrals' },
          { href: href('/repairs'), label: 'Repairs' },
        ]
      : []),
    ...(mayEver('decide', 'decisionRequest') ? [{ href: href('/decisions'), label: 'Decisions' }] : []),
    ...(mayEver('select', 'hotspotRelease') ? [{ href: href('/map'), label: 'Map' }] : []),
    ...(mayEver('insert', 'calendarFeed') ? [{ href: href('/awareness'), label: 'Awareness' }] : []),
    ...(mayEver('insert', 'tensionNote') ? [{ href: href('/tension'), label: 'Tension notes' }] : []),
    ...(mayEver('insert', 'staff') ? [{ href: href('/staff'), label: 'People' }] : []),
    { href: href('/agencies'), label: 'Agencies' },
    ...(mayEver('insert', 'bankHoliday') ? [{ href: href('/settings'), label: 'Settings' }] : []),
    { href: href('/standards'), label: 'Standards' },
    ...(demo && mayEver('select', 'demoMail') ? [{ href: href('/mailbox'), label: 'Mailbox' }] : []),
  ]
}
