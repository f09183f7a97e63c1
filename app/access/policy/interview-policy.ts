import type { TableName } from '../../../db/schema/tables.ts'
import { CASE_ROLES } from '../../domain/partnership/actor.ts'
import type { TablePolicy } from './policy-rule.ts'

type InterviewTable = Extract<TableName, 'interview' | 'interviewSection' | 'needBooking'>

const ofOwnAgency = { ownAgency: 'agencyId' } as const
const readInOwnAgency = { roles: CASE_ROLES, verbs: ['select'], when: ofOwnAgency } as const

/** A row names the person who wrote it last, and nobody else, so that they can be asked. */
function writtenBy<Column extends string>(column: Column) {
  const mine = { all: [ofOwnAgency, { own: column }] } as const
  return [
    { roles: CASE_ROLES, verbs: ['insert'], when: mine },
    { roles: CASE_ROLES, verbs: ['update'], when: ofOwnAgency, check: mine },
  ] as const
}

/**
 * Interviews belong to the agency of their case. What was said in one is for the people who work with cases alone. A
 * trigger keeps one that is over as it is.
 */
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
      { roles: [...CASE_ROLES, 'system'], verbs: ['select', 'update'], when: ofOwnAgency },
      {
        roles: CASE_ROLES,
        verbs: ['insert'],
        when: { all: [ofOwnAgency, { own: 'arrangedBy' }, { is: ['state', 'arranged'] }] },
      },
    ],
  },
  interviewSection: {
    updatable: ['answers', 'version', 'savedBy', 'savedAt'],
    rules: [readInOwnAgency, ...writtenBy('savedBy')],
  },
  needBooking: {
    updatable: ['state', 'bookedWith', 'bookedName', 'bookedFor', 'reason', 'version', 'changedBy', 'changedAt'],
    rules: [readInOwnAgency, ...writtenBy('changedBy')],
  },
} as const satisfies { [Table in InterviewTable]: TablePolicy<Table> }
