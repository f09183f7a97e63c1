import { toDay } from '../../../app/domain/time/calendar-day.ts'
import { allocateCase } from '../../../app/features/casework/allocation/allocate-case.server.ts'
import { reallocateCases } from '../../../app/features/casework/allocation/reallocate-cases.server.ts'
import { deferContact } from '../../../app/features/casework/contacts/defer-contact.server.ts'
import { markContactInError } from '../../../app/features/casework/contacts/mark-contact-in-error.server.ts'
import { nameAlternativeContact } from '../../../app/features/casework/contacts/name-alternative-contact.server.ts'
import { recordContact } from '../../../app/features/casework/contacts/record-contact.server.ts'
import { exceptStandard } from '../../../app/features/casework/standards/except-standard.server.ts'
import { giveLateReason } from '../../../app/features/casework/standards/give-late-reason.server.ts'
import { keepDraft } from '../../../app/features/drafts/keep-draft.server.ts'
import { allocatedCase, contactedCase, contactInput, reportedCase } from '../../support/cases.ts'
import type { Partners } from '../../support/referrals.ts'
import type { World } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

const WHEN_LATE = new Date('2026-11-26T08:00:00Z')

/** Cases, their contacts, deadlines and papers. */
export async function caseworkDoors(world: World, { sender, worker, manager }: Partners): Promise<Doors> {
  const colleague = await world.staff(sender)
  const { staffId } = colleague.actor

  async function caseWithClock() {
    const { caseId } = await allocatedCase(worker)
    const [clock] = await world.admin`select clock_id from clock where case_id = ${caseId} and clause = 'R3'`
    return { caseId, clockId: String(clock?.clock_id) }
  }

  return {
    'casework/allocation/allocate-case': door('caseFile', 'update', manager, async () => {
      const { caseId } = await reportedCase(worker)
      return (form) => allocateCase(form, { caseId, staffId })
    }),
    'casework/allocation/reallocate-cases': door('caseFile', 'update', manager, async () => {
      const leaver = await world.staff(sender)
      await allocatedCase(leaver)
      return (form) => reallocateCases(form, { fromStaffId: leaver.actor.staffId, staffId })
    }),
    'casework/contacts/defer-contact': door('caseFile', 'update', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      return (form) => deferContact(form, { caseId, untilOn: toDay('2026-11-30'), reason: 'away' })
    }),
    'casework/contacts/mark-contact-in-error': door('contact', 'update', worker, async () => {
      const wrong = await contactedCase(worker)
      return (form) => markContactInError(form, { ...wrong, reason: 'other_client' })
    }),
    'casework/contacts/name-alternative-contact': door('caseFile', 'update', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      return (form) => nameAlternativeContact(form, { caseId, staffId })
    }),
    'casework/contacts/record-contact': door('contact', 'insert', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      return (form) => recordContact(form, contactInput(caseId))
    }),
    'drafts/keep-draft': door('caseFile', 'update', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      return async (form) => {
        await keepDraft(form, { form: 'record-contact', subject: caseId }, { note: ['She said'] })
        return { ok: true }
      }
    }),
    'casework/standards/except-standard': door('clock', 'update', manager, async () => {
      const late = await caseWithClock()
      return (form) => exceptStandard(form, { ...late, reason: 'declined' })
    }),
    'casework/standards/give-late-reason': door('clock', 'update', manager, async () => {
      const late = await caseWithClock()
      const reason = { reason: 'no_answer', note: '' } as const
      return (form) => giveLateReason({ ...form, now: WHEN_LATE }, { ...late, ...reason })
    }),
  }
}
