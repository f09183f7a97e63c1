import { REPAIR_KINDS, SURFACE_OWNERS } from '../../domain/repairs/repair-kind.ts'
import {
  NO_PHOTO_REASONS,
  REOPENING_REASONS,
  REPAIR_ERROR_REASONS,
  REPAIR_EXCEPTIONS,
} from '../../domain/repairs/repair-reason.ts'

/** The choices of the forms about repairs. Loaders pass them on, so that pages do not load the vocabularies. */
export const REPAIR_CHOICES = {
  kinds: [
    {
      value: 'repair',
      label: REPAIR_KINDS.repair.label,
      hint: 'Such as a door, lock or window that leaves them unsafe',
    },
    { value: 'graffiti', label: REPAIR_KINDS.graffiti.label, hint: 'Anywhere that the client or others can see it' },
  ],
  owners: choicesFrom(SURFACE_OWNERS),
  noPhotoReasons: choicesFrom(NO_PHOTO_REASONS),
  exceptions: REPAIR_EXCEPTIONS,
  errors: REPAIR_ERROR_REASONS,
  /** What can be wrong about an exception is not what can be wrong about work that is done. */
  reopening: {
    done: without(REOPENING_REASONS, 'exception_over'),
    excepted: without(REOPENING_REASONS, 'not_done', 'wrong_time'),
  },
}

function choicesFrom(vocabulary: Readonly<Record<string, { label: string }>>) {
  return Object.entries(vocabulary).map(([value, { label }]) => ({ value, label }))
}

function without(vocabulary: Readonly<Record<string, { label: string }>>, ...ids: string[]) {
  return Object.fromEntries(Object.entries(vocabulary).filter(([id]) => !ids.includes(id)))
}
