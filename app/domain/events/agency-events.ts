import { toInvitedAgencies } from '../notifications/notification-audience.ts'
import { STAFF_ROLES } from '../partnership/actor.ts'
import { AWARENESS_KINDS } from '../partnership/awareness.ts'
import { TENSION_GRADES } from '../partnership/tension.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { dayInWords, isDay } from '../time/calendar-day.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

/** Events outside casework: staff, sign-in, settings, awareness work, tension notes. */
export const AGENCY_EVENTS = {
  'staff-invited': {
    group: null,
    title: ({ staffId, role }, { staff }) => `Invited ${staff(staffId)}: ${lowerFirst(labelOf(STAFF_ROLES, role))}`,
    notifies: 'nobody',
    startsJob: true,
  },
  'staff-joined': { group: null, title: ({ staffId }, { staff }) => `${staff(staffId)} joined`, notifies: 'nobody' },
  'staff-left': { group: null, title: ({ staffId }, { staff }) => `${staff(staffId)} left`, notifies: 'nobody' },
  'staff-returned': {
    group: null,
    title: ({ staffId }, { staff }) => `${staff(staffId)} came back`,
    notifies: 'nobody',
  },
  'staff-role-changed': {
    group: null,
    title: ({ staffId, role }, { staff }) => `New role of ${staff(staffId)}: ${lowerFirst(labelOf(STAFF_ROLES, role))}`,
    notifies: 'nobody',
  },
  'signed-in': { group: null, title: () => 'Signed in', notifies: 'nobody' },
  'signed-out-everywhere': { group: null, title: () => 'Signed out on every device', notifies: 'nobody' },
  'second-factor-enrolled': { group: null, title: () => 'Set up a second factor', notifies: 'nobody' },
  'recovery-codes-renewed': { group: null, title: () => 'Made new recovery codes', notifies: 'nobody' },
  'password-changed': { group: null, title: () => 'Changed their password', notifies: 'nobody' },
  'agency-added': { group: null, title: ({ agencyId }, { agency }) => `Added ${agency(agencyId)}`, notifies: 'nobody' },
  'agency-changed': {
    group: null,
    title: ({ agencyId }, { agency }) => `Changed ${agency(agencyId)}`,
    notifies: 'nobody',
  },
  'strands-changed': { group: null, title: () => 'Changed the local strands', notifies: 'nobody' },
  'holiday-added': {
    group: null,
    title: ({ on, name }) => `Added a bank holiday: ${name}, ${isDay(on) ? dayInWords(on) : on}`,
    notifies: 'nobody',
    startsJob: true,
  },
  'holiday-list-completed': {
    group: null,
    title: ({ year }) => `Completed the bank holidays of ${year}`,
    notifies: 'nobody',
  },
  'awareness-planned': {
    group: null,
    title: ({ awarenessKind }) => `Planned awareness work: ${lowerFirst(labelOf(AWARENESS_KINDS, awarenessKind))}`,
    notifies: 'nobody',
  },
  'awareness-changed': {
    group: null,
    title: () => 'Changed awareness work',
    notifies: toInvitedAgencies('awareness-changed'),
  },
  'awareness-invited': {
    group: null,
    title: () => 'Invited agencies to awareness work',
    notifies: toInvitedAgencies('awareness-invited'),
  },
  'awareness-answered': { group: null, title: () => 'Answered an invitation to awareness work', notifies: 'nobody' },
  'awareness-held': { group: null, title: () => 'Held awareness work', notifies: 'nobody' },
  'awareness-cancelled': {
    group: null,
    title: () => 'Cancelled awareness work',
    notifies: toInvitedAgencies('awareness-changed'),
  },
  'calendar-address-made': { group: null, title: () => 'Made a calendar address', notifies: 'nobody' },
  'tension-noted': {
    group: null,
    title: ({ grade }) => `Added a tension note: ${lowerFirst(labelOf(TENSION_GRADES, grade))}`,
    notifies: 'nobody',
  },
  'tension-removed': { group: null, title: () => 'Removed a tension note', notifies: 'nobody' },
} satisfies Partial<CaseEventTable>
