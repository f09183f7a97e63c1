import { randomUUID } from 'node:crypto'
import { toDay } from '../../../app/domain/time/calendar-day.ts'
import { addAgency } from '../../../app/features/agencies/add-agency.server.ts'
import { changeAgency } from '../../../app/features/agencies/change-agency.server.ts'
import { addHolidays } from '../../../app/features/partnership/add-holidays.server.ts'
import { completeYear } from '../../../app/features/partnership/complete-year.server.ts'
import { setLocalStrands } from '../../../app/features/partnership/set-local-strands.server.ts'
import { changeRole } from '../../../app/features/staff/change-role.server.ts'
import { inviteStaff } from '../../../app/features/staff/invite-staff.server.ts'
import { markLeaver } from '../../../app/features/staff/mark-leaver.server.ts'
import { sendNewLink } from '../../../app/features/staff/send-new-link.server.ts'
import { takeBack } from '../../../app/features/staff/take-back.server.ts'
import { allowed } from '../../support/cases.ts'
import type { Partners } from '../../support/referrals.ts'
import { asking, type World } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

/** Agencies, their people, and what the partnership agrees on. */
export async function partnershipDoors(world: World, { sender, manager }: Partners): Promise<Doors> {
  const root = await world.staff(sender, 'administrator')
  const { agencyId } = sender
  const ofPerson = (use: (form: Parameters<typeof markLeaver>[0], person: { staffId: string }) => Promise<object>) =>
    door('staff', 'update', manager, async () => {
      const { staffId } = (await world.staff(sender)).actor
      return (form) => use(form, { staffId })
    })

  return {
    'agencies/add-agency': door('agency', 'insert', root, async () => {
      const initials = randomUUID().slice(0, 4).toUpperCase()
      const agency = { kind: 'fire_and_rescue', name: initials, initials, dutyEmail: 'duty@fire.example.org' } as const
      return (form) => addAgency(form, agency)
    }),
    'agencies/change-agency': door('agency', 'update', manager, async () => {
      const text = { offers: 'Repairs', hours: 'Always', dutyEmail: 'duty@harthill.example.org', dutyPhone: '' }
      const receives = { strands: [], purposes: ['support' as const], wards: [], takesReferrals: true }
      return (form) => changeAgency(form, { agencyId, ...text, ...receives })
    }),
    'partnership/add-holidays': door('bankHoliday', 'insert', root, async () => {
      return (form) => addHolidays(form, { holidays: [{ on: toDay('2027-06-11'), name: 'Jubilee' }] })
    }),
    'partnership/complete-year': door('setting', 'update', root, async () => {
      const days = ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26']
      const holidays = days.map((on) => ({ on: toDay(`2029-${on}`), name: on }))
      allowed(await addHolidays(asking(root), { holidays }))
      return (form) => completeYear(form, { year: 2029 })
    }),
    'partnership/set-local-strands': door('setting', 'update', root, async () => {
      return (form) => setLocalStrands(form, { on: ['age'], off: [] })
    }),
    'staff/change-role': door('staff', 'update', root, async () => {
      const { staffId } = (await world.staff(sender)).actor
      return (form) => changeRole(form, { staffId, role: 'manager' })
    }),
    'staff/invite-staff': door('staff', 'insert', manager, async () => {
      const newcomer = { name: 'Wren Ellis', email: `${randomUUID()}@example.org`, jobTitle: '', phone: '' }
      return (form) => inviteStaff(form, { agencyId, role: 'case_worker', ...newcomer })
    }),
    'staff/mark-leaver': ofPerson(markLeaver),
    'staff/send-new-link': ofPerson(sendNewLink),
    'staff/take-back': door('staff', 'update', manager, async () => {
      const { staffId } = (await world.staff(sender)).actor
      allowed(await markLeaver(asking(manager), { staffId }))
      return (form) => takeBack(form, { staffId })
    }),
  }
}
