import type { RepairKind } from './repair-kind.ts'
import type { NoPhotoReason, ReopeningReason, RepairErrorReason, RepairException } from './repair-reason.ts'

interface RepairOfEvent {
  /** The id of a repair or of graffiti: both are rows of one table. */
  repairId: string
  repairKind: RepairKind
}

/** The events of repairs and graffiti (R8). The log has their optional data only from pages that asked for them. */
export interface RepairEventData {
  'repair-reported': { repairId: string; reportedAt: string; backdated?: boolean }
  'repair-completed': { repairId: string; completedAt: string; result?: string }
  'graffiti-reported': { graffitiId: string; reportedAt: string; backdated?: boolean }
  'graffiti-removed': { graffitiId: string; removedAt: string; result?: string }
  'repair-assigned': RepairOfEvent & { expectedAt: string | null; wish: string }
  'repair-photo-answered':
    | (RepairOfEvent & { photo: 'taken' })
    | (RepairOfEvent & { photo: 'not_taken'; reason: NoPhotoReason })
  'repair-excepted': RepairOfEvent & { reason: RepairException }
  'repair-reopened': RepairOfEvent & { was: 'done' | 'excepted'; reason: ReopeningReason }
  'repair-entered-in-error': RepairOfEvent & { reason: RepairErrorReason }
}
