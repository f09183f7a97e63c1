import { answerPhoto, answerPhotoInput } from '../features/repairs/answer-photo.server.ts'
import { assignRepair, assignRepairInput } from '../features/repairs/assign-repair.server.ts'
import { completeRepair, completeRepairInput } from '../features/repairs/complete-repair.server.ts'
import { exceptRepair, exceptRepairInput } from '../features/repairs/except-repair.server.ts'
import { reportRepair, reportRepairInput } from '../features/repairs/report-repair.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryCase } from './story-types.ts'

export interface StoryRepair {
  file: StoryCase
  repairId: string
  /** When it was last changed: what a page sends back to detect changes by others. */
  changedAt: Date
}

/** Repairs and graffiti: reported, on the way, photographed, done. */
export function repairActs(ask: Ask) {
  const seen = ({ file, repairId, changedAt }: StoryRepair) => {
    const asking = ask(file.worker)
    return { asking, of: { caseId: file.caseId, repairId, seenVersion: changedAt.toISOString() } }
  }
  const changed = (repair: StoryRepair, { now }: { now: Date }) => {
    repair.changedAt = now
  }
  return {
    reportRepair: async (
      file: StoryCase,
      kind: 'repair' | 'graffiti',
      damage: string,
      place = '',
    ): Promise<StoryRepair> => {
      const asking = ask(file.worker)
      const input = reportRepairInput.parse({ kind, damage, place })
      const { repairId } = valueOrThrow(await reportRepair(asking, { ...input, caseId: file.caseId }))
      return { file, repairId, changedAt: asking.now }
    },
    sendSomeone: async (repair: StoryRepair, assignedTo: string) => {
      const { asking, of } = seen(repair)
      const input = assignRepairInput.parse({ ...of, assignedTo, clientWish: 'agreed' })
      valueOrThrow(await assignRepair(asking, { ...input, ...of }))
      changed(repair, asking)
    },
    photographed: async (repair: StoryRepair) => {
      const { asking, of } = seen(repair)
      valueOrThrow(await answerPhoto(asking, { ...answerPhotoInput.parse({ ...of, photo: 'taken' }), ...of }))
      changed(repair, asking)
    },
    finishRepair: async (repair: StoryRepair, result: 'made_safe' | 'repaired' | 'removed' | 'covered') => {
      const { asking, of } = seen(repair)
      valueOrThrow(await completeRepair(asking, { ...completeRepairInput.parse({ ...of, result }), ...of }))
      changed(repair, asking)
    },
    exceptRepair: async (repair: StoryRepair, reason: 'access_refused' | 'not_ours' | 'police_scene', note: string) => {
      const { asking, of } = seen(repair)
      valueOrThrow(await exceptRepair(asking, { ...exceptRepairInput.parse({ ...of, reason, note }), ...of }))
      changed(repair, asking)
    },
  }
}
