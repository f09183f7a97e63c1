import { CASE_ROLES } from '../../domain/partnership/actor.ts'
import type { TablePolicy } from './policy-rule.ts'

/**
 * Repairs and graffiti belong to the agency of the case: a place and an owner can give away where a
 * client lives. What was reported, and when, never changes: a wrong report is marked as an error.
 */
export const REPAIR_POLICY = {
  repair: {
    updatable: [
      'surfaceOwner',
      'photo',
      'noPhotoReason',
      'photoFileId',
      'afterFileId',
      'clientWish',
      'clientWishReason',
      'assignedTo',
      'assignedPhone',
      'expectedAt',
      'assignedAt',
      'completedAt',
      'result',
      'completionNote',
      'exceptedAt',
      'exceptionReason',
      'exceptionNote',
      'errorAt',
      'errorReason',
      'version',
    ],
    rules: [
      { roles: CASE_ROLES, verbs: ['select', 'update'], when: { ownAgency: 'agencyId' } },
      // The log names the one who can be asked.
      { roles: CASE_ROLES, verbs: ['insert'], when: { all: [{ ownAgency: 'agencyId' }, { own: 'recordedBy' }] } },
    ],
  },
} as const satisfies { repair: TablePolicy<'repair'> }
