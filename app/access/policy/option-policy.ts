import type { TableName } from '../../../db/schema/tables.ts'
import { CASE_ROLES } from '../../domain/partnership/actor.ts'
import type { TablePolicy } from './policy-rule.ts'

const ofOwnAgency = { ownAgency: 'agencyId' } as const
const casework = { roles: [...CASE_ROLES, 'system'], verbs: ['select'], when: ofOwnAgency } as const

type OptionTable = Extract<TableName, 'caseOption' | 'measure' | 'decisionRequest'>

/** The policy for the five options, what follows from them, and what managers decide. */
export const OPTION_POLICY = {
  // Answers are only added: what the client said earlier stays visible.
  caseOption: {
    updatable: [],
    rules: [casework, { roles: CASE_ROLES, verbs: ['insert'], when: { all: [ofOwnAgency, { own: 'recordedBy' }] } }],
  },
  measure: {
    updatable: ['doneOn', 'workedBy', 'cancelReason', 'endedBy', 'endedAt'],
    rules: [
      casework,
      {
        roles: CASE_ROLES,
        verbs: ['insert'],
        when: { all: [ofOwnAgency, { own: 'requestedBy' }, { empty: 'endedAt' }] },
      },
      {
        roles: CASE_ROLES,
        verbs: ['update'],
        when: { all: [ofOwnAgency, { empty: 'endedAt' }] },
        check: { all: [ofOwnAgency, { own: 'endedBy' }, { filled: 'endedAt' }] },
      },
    ],
  },
  decisionRequest: {
    updatable: [
      'decision',
      'decidedBy',
      'decidedAt',
      'decisionNote',
      'rehousedOn',
      'storedFrom',
      'storedTo',
      'storedWhere',
      'carriedOutBy',
      'carriedOutAt',
    ],
    rules: [
      casework,
      {
        roles: CASE_ROLES,
        verbs: ['insert'],
        when: { all: [ofOwnAgency, { own: 'requestedBy' }, { is: ['decision', 'asked'] }, { empty: 'decidedBy' }] },
      },
      {
        roles: ['manager'],
        verbs: ['update'],
        when: { all: [ofOwnAgency, { notOwn: 'requestedBy' }, { is: ['decision', 'asked'] }] },
        check: { all: [ofOwnAgency, { notOwn: 'requestedBy' }, { own: 'decidedBy' }, { empty: 'carriedOutAt' }] },
      },
      {
        // Every case worker of the agency may record when it was done, and correct the dates.
        roles: CASE_ROLES,
        verbs: ['update'],
        when: { all: [ofOwnAgency, { is: ['decision', 'yes'] }] },
        check: { all: [ofOwnAgency, { is: ['decision', 'yes'] }, { own: 'carriedOutBy' }, { filled: 'carriedOutAt' }] },
      },
    ],
  },
} as const satisfies { [Table in OptionTable]: TablePolicy<Table> }
