import { CASE_ROLES } from '../../domain/partnership/actor.ts'
import type { TablePolicy } from './policy-rule.ts'

const read = { roles: [...CASE_ROLES, 'system'], verbs: ['select'], when: { ownAgency: 'agencyId' } } as const

/** Risk checks and changes of level are never updated. Anyone may raise a level; only a manager may lower one. */
export const RISK_POLICY = {
  riskCheck: {
    updatable: [],
    rules: [
      read,
      { roles: CASE_ROLES, verbs: ['insert'], when: { all: [{ ownAgency: 'agencyId' }, { own: 'checkedBy' }] } },
    ],
  },
  riskLevelChange: {
    updatable: [],
    rules: [
      read,
      {
        roles: CASE_ROLES,
        verbs: ['insert'],
        when: { all: [{ ownAgency: 'agencyId' }, { own: 'changedBy' }, { is: ['direction', 'raised'] }] },
      },
      {
        roles: ['manager'],
        verbs: ['insert'],
        when: { all: [{ ownAgency: 'agencyId' }, { own: 'changedBy' }, { is: ['direction', 'lowered'] }] },
      },
    ],
  },
} as const satisfies {
  riskCheck: TablePolicy<'riskCheck'>
  riskLevelChange: TablePolicy<'riskLevelChange'>
}
