import type { TableName } from '../../../db/schema/tables.ts'
import { CASE_ROLES } from '../../domain/partnership/actor.ts'
import type { TablePolicy } from './policy-rule.ts'

const ofOwnAgency = { ownAgency: 'agencyId' } as const

/**
 * Files kept for a case, and the wrapped key of each client. Only people add files; the worker reads them for the virus
 * scanner and writes what it said. No row is deleted, and no key is ever replaced.
 */
export const FILE_POLICY = {
  fileKey: {
    updatable: [],
    rules: [
      { roles: [...CASE_ROLES, 'system'], verbs: ['select'], when: ofOwnAgency },
      { roles: CASE_ROLES, verbs: ['insert'], when: ofOwnAgency },
    ],
  },
  storedFile: {
    updatable: ['scan', 'scannedAt', 'errorAt', 'errorReason'],
    rules: [
      { roles: [...CASE_ROLES, 'system'], verbs: ['select'], when: ofOwnAgency },
      {
        // People only close a file. A row that they write opens for nobody, so none of them can call a file clean.
        roles: CASE_ROLES,
        verbs: ['update'],
        when: { all: [ofOwnAgency, { empty: 'errorAt' }] },
        check: { all: [ofOwnAgency, { filled: 'errorAt' }] },
      },
      {
        roles: ['system'],
        verbs: ['update'],
        when: { all: [ofOwnAgency, { is: ['scan', 'waiting'] }] },
        check: { all: [ofOwnAgency, { filled: 'scannedAt' }] },
      },
      {
        // Nobody can add a file that counts as checked.
        roles: CASE_ROLES,
        verbs: ['insert'],
        when: { all: [ofOwnAgency, { own: 'addedBy' }, { is: ['scan', 'waiting'] }] },
      },
    ],
  },
} as const satisfies { [Table in Extract<TableName, 'fileKey' | 'storedFile'>]: TablePolicy<Table> }
