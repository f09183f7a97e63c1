import type { TableName } from '../../../db/schema/tables.ts'
import { CASE_ROLES } from '../../domain/partnership/actor.ts'
import type { TablePolicy } from './policy-rule.ts'

type InterviewTable = Extract<TableName, 'interview' | 'interviewSection' | 'needBooking'>

const ofOwnAgency = {
  roles: CASE_ROLES,
  verbs: ['select', 'insert', 'update'],
  when: { ownAgency: 'agencyId' },
} as const

/** Interviews belong to the agency of their case. What was said in one is for the people who work with cases alone. */
export const INTERVIEW_POLICY = {
  interview: {
    updatable: [
      'state',
      'place',
      'placeDetail',
      'mustNotKnow',
      'arrival',
      'companion',
      'companionName',
      'startsAt',
      'minutes',
      'version',
      'cancelReason',
      'endedAt',
      'heldAt',
      'remindedOf',
    ],
    rules: [
      // The portal itself reminds case workers of interviews.
      { roles: [...CASE_ROLES, 'system'], verbs: ['select', 'update'], when: { ownAgency: 'agencyId' } },
      { roles: CASE_ROLES, verbs: ['insert'], when: { ownAgency: 'agencyId' } },
    ],
  },
  interviewSection: { updatable: ['answers', 'version', 'savedBy', 'savedAt'], rules: [ofOwnAgency] },
  needBooking: {
    updatable: ['state', 'bookedWith', 'bookedName', 'bookedFor', 'reason', 'version', 'changedBy', 'changedAt'],
    rules: [ofOwnAgency],
  },
} as const satisfies { [Table in InterviewTable]: TablePolicy<Table> }
