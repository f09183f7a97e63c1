import type { TableName } from '../../../db/schema/tables.ts'
import { CASE_ROLES } from '../../domain/partnership/actor.ts'
import type { TablePolicy } from './policy-rule.ts'

type PapersTable = Extract<TableName, 'paperDelivery' | 'supportPack'>

const ownRows = { roles: [...CASE_ROLES, 'system'], verbs: ['select'], when: { ownAgency: 'agencyId' } } as const
/** Only the person who gave a paper records it, so that the log names the one who can be asked. */
const givenByMe = {
  roles: CASE_ROLES,
  verbs: ['insert'],
  when: { all: [{ ownAgency: 'agencyId' }, { own: 'givenBy' }] },
} as const

/** The policy for what was given to clients and witnesses. */
export const PAPERS_POLICY = {
  paperDelivery: {
    updatable: ['errorAt', 'errorReason'],
    rules: [
      ownRows,
      givenByMe,
      {
        roles: CASE_ROLES,
        verbs: ['update'],
        when: { all: [{ ownAgency: 'agencyId' }, { empty: 'errorAt' }] },
        check: { all: [{ ownAgency: 'agencyId' }, { filled: 'errorAt' }] },
      },
    ],
  },
  supportPack: { updatable: [], rules: [ownRows, givenByMe] },
} as const satisfies { [Table in PapersTable]: TablePolicy<Table> }
