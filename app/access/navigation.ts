import type { Actor } from '../domain/actor.ts'
import { permissionsOf } from './ability.ts'

export interface Section {
  href: string
  label: string
}

/** The page that a client reads and answers on the worker's tablet: its frame leads nowhere else. */
export function isHeldByClient({ url }: Request): boolean {
  return /^\/cases\/[^/]+\/consents\/ask$/.test(new URL(url).pathname)
}

/** The sections of the service navigation that a person has any business with. */
export function sectionsFor(actor: Actor, { demo }: { demo: boolean }): Section[] {
  const { mayEver } = permissionsOf(actor)
  const casework = mayEver('select', 'caseFile')
  return [
    { href: '/today', label: 'Today' },
    ...(casework
      ? [
          { href: '/reports/new', label: 'Take a report' },
          { href: '/cases', label: 'Cases' },
          { href: '/inbox', label: 'Inbox' },
          { href: '/sent', label: 'Sent referrals' },
        ]
      : []),
    ...(mayEver('select', 'hotspotRelease') ? [{ href: '/map', label: 'Map' }] : []),
    ...(mayEver('insert', 'calendarFeed') ? [{ href: '/awareness', label: 'Awareness' }] : []),
    ...(mayEver('insert', 'tensionNote') ? [{ href: '/tension', label: 'Tension notes' }] : []),
    ...(mayEver('insert', 'staff') ? [{ href: '/staff', label: 'People' }] : []),
    { href: '/agencies', label: 'Agencies' },
    ...(mayEver('insert', 'bankHoliday') ? [{ href: '/settings', label: 'Settings' }] : []),
    { href: '/standards', label: 'Standards' },
    ...(demo && mayEver('select', 'demoMail') ? [{ href: '/mailbox', label: 'Mailbox' }] : []),
  ]
}
