import { answerPhoto } from '../../../app/features/repairs/answer-photo.server.ts'
import { assignRepair } from '../../../app/features/repairs/assign-repair.server.ts'
import { completeRepair } from '../../../app/features/repairs/complete-repair.server.ts'
import { exceptRepair } from '../../../app/features/repairs/except-repair.server.ts'
import { markRepairInError } from '../../../app/features/repairs/mark-repair-in-error.server.ts'
import { reopenRepair } from '../../../app/features/repairs/reopen-repair.server.ts'
import { reportRepair, reportRepairInput } from '../../../app/features/repairs/report-repair.server.ts'
import { allocatedCase } from '../../support/cases.ts'
import {
  assignmentInput,
  completedRepair,
  completionInput,
  reportedRepair,
  seenRepair,
} from '../../support/casework/repairs.ts'
import type { Partners } from '../../support/referrals.ts'
import type { World } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

/** Repairs and graffiti. */
export function repairDoors(world: World, { worker }: Partners): Doors {
  const reported = async () => seenRepair(world, await reportedRepair(worker))
  return {
    'repairs/report-repair': door('repair', 'insert', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      const input = reportRepairInput.parse({ kind: 'repair', damage: 'The door is broken.' })
      return (form) => reportRepair(form, { ...input, caseId })
    }),
    'repairs/assign-repair': door('repair', 'update', worker, async () => {
      const seen = await reported()
      return (form) => assignRepair(form, assignmentInput(seen))
    }),
    'repairs/answer-photo': door('repair', 'update', worker, async () => {
      const seen = await reported()
      return (form) => answerPhoto(form, { ...seen, photo: 'taken', noPhotoReason: null, photoFile: null })
    }),
    'repairs/complete-repair': door('repair', 'update', worker, async () => {
      const seen = await reported()
      return (form) => completeRepair(form, completionInput(seen))
    }),
    'repairs/except-repair': door('repair', 'update', worker, async () => {
      const seen = await reported()
      return (form) => exceptRepair(form, { ...seen, reason: 'police_scene', note: 'The police keep us out.' })
    }),
    'repairs/reopen-repair': door('repair', 'update', worker, async () => {
      const seen = await seenRepair(world, await completedRepair(world, worker))
      return (form) => reopenRepair(form, { ...seen, reason: 'not_done' })
    }),
    'repairs/mark-repair-in-error': door('repair', 'update', worker, async () => {
      const seen = await reported()
      return (form) => markRepairInError(form, { ...seen, reason: 'twice' })
    }),
  }
}
