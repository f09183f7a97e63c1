import { CONTACT_CHANNELS } from '../cases/contact.ts'
import { frequencyInWords } from '../plans/agreed-contact.ts'
import { AGREEMENT_WAYS, SIGNING_WAYS } from '../plans/plan-signature.ts'
import { dayInWords, isDay } from '../time/calendar-day.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

const DRAFTED = {
  started: 'Started the action plan',
  changed: 'Changed the draft of the action plan',
  amended: 'Started a new version of the action plan',
} as const

/** Events of action plans (I3 to I6). */
export const PLAN_EVENTS = {
  'plan-drafted': {
    group: 'plan',
    title: ({ change }) => DRAFTED[change],
    detail: ({ version }) => `Version ${version}.`,
    notifies: 'nobody',
  },
  'plan-signed': {
    group: 'plan',
    title: ({ party }) => (party === 'client' ? 'The client signed the action plan' : 'We signed the action plan'),
    detail: ({ version, way, party }) =>
      party === 'client' ? `Version ${version}. ${labelOf(SIGNING_WAYS, way)}.` : `Version ${version}.`,
    notifies: 'nobody',
  },
  'plan-signature-refused': {
    group: 'plan',
    title: () => 'The client did not want to sign the action plan',
    detail: ({ version }) => `Version ${version}.`,
    notifies: 'nobody',
  },
  'plan-agreed': {
    group: 'plan',
    title: () => 'Action plan agreed',
    detail: ({ version, way }) =>
      version === undefined ? '' : `Version ${version}. ${labelOf(AGREEMENT_WAYS, way ?? 'signed')}.`,
    notifies: 'nobody',
  },
  'contact-agreed': {
    group: 'plan',
    title: (agreed) => `Agreed contact with the client: ${frequencyInWords(agreed)}`,
    detail: ({ channel, staffId }, { staff }) => `${labelOf(CONTACT_CHANNELS, channel)}, by ${staff(staffId)}.`,
    notifies: 'nobody',
  },
  'plan-action-done': {
    group: 'plan',
    title: () => 'Action of the plan done',
    detail: ({ doneOn }) => (isDay(doneOn) ? `On ${dayInWords(doneOn)}.` : ''),
    notifies: 'nobody',
  },
  'plan-action-changed': {
    group: 'plan',
    title: ({ change }) =>
      change === 'not_needed' ? 'Action of the plan not needed any more' : 'Action of the plan changed',
    detail: ({ change, dueOn, staffId }, { staff }) => {
      if (change === 'leaver') return 'The person has left. The case worker does it now.'
      const due = dueOn && isDay(dueOn) ? `Due on ${dayInWords(dueOn)}.` : ''
      return [due, staffId ? `By ${staff(staffId)}.` : ''].filter(Boolean).join(' ')
    },
    notifies: 'nobody',
  },
} satisfies Partial<CaseEventTable>
