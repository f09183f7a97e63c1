import type { TableName } from '../../../db/schema/tables.ts'
import type { Predicate, TablePolicy } from './policy-rule.ts'

const WRITERS = ['case_worker', 'manager'] as const
const ofOwnAgency = { ownAgency: 'agencyId' } as const satisfies Predicate
const readInOwnAgency = { roles: [...WRITERS, 'system'], verbs: ['select'], when: ofOwnAgency } as const

type PlanTable = Extract<TableName, 'actionPlan' | 'planAction' | 'planSignature'>

/** Action plans, within the agency that made them. A trigger also keeps what an agreed version says. */
export const PLAN_POLICY = {
  actionPlan: {
    updatable: [
      'state',
      'actions',
      'clientAnswer',
      'contactEvery',
      'contactUnit',
      'contactChannel',
      'contactBy',
      'contactReason',
      'alternativeContactId',
      'revision',
      'changedAt',
      'fingerprint',
      'agreedAt',
      'agreedWay',
      'supersededAt',
    ],
    rules: [
      readInOwnAgency,
      {
        roles: WRITERS,
        verbs: ['insert'],
        when: { all: [ofOwnAgency, { own: 'writtenBy' }, { is: ['state', 'draft'] }] },
      },
      {
        roles: WRITERS,
        verbs: ['update'],
        when: { all: [ofOwnAgency, { empty: 'supersededAt' }] },
        check: ofOwnAgency,
      },
    ],
  },
  planAction: {
    updatable: ['staffId', 'dueOn', 'state', 'doneOn', 'reason', 'revision'],
    rules: [
      readInOwnAgency,
      { roles: WRITERS, verbs: ['insert'], when: ofOwnAgency },
      // The portal itself takes a leaver's name off the actions that are still open.
      {
        roles: [...WRITERS, 'system'],
        verbs: ['update'],
        when: { all: [ofOwnAgency, { is: ['state', 'open'] }] },
        check: ofOwnAgency,
      },
    ],
  },
  planSignature: {
    updatable: [],
    rules: [
      readInOwnAgency,
      { roles: WRITERS, verbs: ['insert'], when: { all: [ofOwnAgency, { own: 'recordedBy' }] } },
    ],
  },
} as const satisfies { [Table in PlanTable]: TablePolicy<Table> }
