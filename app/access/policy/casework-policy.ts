import type { TableName } from '../../../db/schema/tables.ts'
import { CASE_ROLES } from '../../domain/partnership/actor.ts'
import type { Predicate, TablePolicy } from './policy-rule.ts'

const CASEWORK = [...CASE_ROLES, 'system'] as const

// Each rule checks the recipient first. Then the longest list, the inbox, never evaluates the check of the sender.
const sender = { ownAgency: 'fromAgencyId' } as const
const recipientOnceSent = { all: [{ ownAgency: 'toAgencyId' }, { filled: 'sentAt' }] } as const satisfies Predicate
const ownCasework = {
  roles: CASEWORK,
  verbs: ['select', 'insert', 'update'],
  when: { ownAgency: 'agencyId' },
} as const

type CaseworkTable = Extract<
  TableName,
  | 'client'
  | 'clientSearchKey'
  | 'caseFile'
  | 'incident'
  | 'contact'
  | 'documentVersion'
  | 'consent'
  | 'consentOverride'
  | 'referral'
  | 'referralOrigin'
  | 'referralPackage'
  | 'referralSearchKey'
  | 'referralStep'
  | 'referralNote'
  | 'caseEvent'
  | 'clock'
>

/** A client reads their own row in the agency they act in. The agency is checked although ids are random. */
const themselves = {
  roles: ['client'],
  verbs: ['select'],
  when: { all: [{ ownAgency: 'agencyId' }, { ownClient: 'clientId' }] },
} as const

/**
 * The policy for cases, their consents and deadlines, and the referrals made from them. A client may read only
 * `client`, because row-level security cannot leave out columns: the other tables contain what staff wrote for each
 * other, names of others, or overrides that the client may not know of. Migration 0057 gives clients their own columns
 * by `app.own_cases`, `app.own_consents` and `app.own_referrals`. Whether a client may open documents is not decided.
 */
export const CASEWORK_POLICY = {
  client: {
    updatable: [
      'name',
      'nameKey',
      'dateOfBirth',
      'safeContact',
      'language',
      'interpreterNeeded',
      'interpreterNote',
      'communicationNeeds',
      'communicationNote',
      'counted',
    ],
    rules: [ownCasework, themselves],
  },
  // Replaced whenever a name or number changes. A row contains no more than the client's own row.
  clientSearchKey: { updatable: [], rules: [{ ...ownCasework, verbs: ['select', 'insert', 'delete'] }] },
  caseFile: {
    updatable: [
      'stage',
      'contactability',
      'serious',
      'seriousReason',
      'summary',
      'wishes',
      'risk',
      'caseWorkerId',
      'allocatedAt',
      'alternativeContactId',
      'returnedToQueueAt',
      'version',
      'closedAt',
      'nextDueAt',
    ],
    rules: [ownCasework],
  },
  incident: {
    updatable: [
      'occurredOn',
      'occurredWhen',
      'ongoing',
      'locationType',
      'place',
      'ward',
      'placeBy',
      'lat',
      'lng',
      'cell',
      'strands',
      'primaryStrand',
      'perceivedBy',
      'types',
      'violence',
      'injuries',
      'policeStatus',
      'crimeReference',
    ],
    rules: [ownCasework],
  },
  contact: { updatable: ['errorAt', 'errorReason'], rules: [ownCasework] },
  // Never changed: a person with a copy compares it with the hash stored when the document was made.
  documentVersion: {
    updatable: [],
    rules: [
      { roles: ['case_worker', 'manager'], verbs: ['select'], when: { ownAgency: 'agencyId' } },
      {
        roles: ['case_worker', 'manager'],
        verbs: ['insert'],
        when: { all: [{ ownAgency: 'agencyId' }, { own: 'madeBy' }] },
      },
    ],
  },
  consent: { updatable: ['withdrawnAt', 'withdrawnHow', 'withdrawnBy', 'reviewOn'], rules: [ownCasework] },
  consentOverride: {
    updatable: ['decision', 'decidedBy', 'decidedAt', 'decisionNote', 'usedByReferralId', 'usedAt'],
    rules: [
      { roles: CASEWORK, verbs: ['select'], when: { ownAgency: 'agencyId' } },
      {
        roles: CASE_ROLES,
        verbs: ['insert'],
        when: { all: [{ ownAgency: 'agencyId' }, { own: 'requestedBy' }, { is: ['decision', 'asked'] }] },
      },
      {
        roles: ['manager'],
        verbs: ['update'],
        when: { all: [{ ownAgency: 'agencyId' }, { notOwn: 'requestedBy' }, { is: ['decision', 'asked'] }] },
        check: {
          all: [{ ownAgency: 'agencyId' }, { notOwn: 'requestedBy' }, { own: 'decidedBy' }, { empty: 'usedAt' }],
        },
      },
      {
        roles: CASEWORK,
        verbs: ['update'],
        when: { all: [{ ownAgency: 'agencyId' }, { is: ['decision', 'authorised'] }, { empty: 'usedAt' }] },
        check: { all: [{ ownAgency: 'agencyId' }, { is: ['decision', 'authorised'] }, { filled: 'usedAt' }] },
      },
    ],
  },
  referral: {
    updatable: [
      'state',
      'version',
      'serious',
      'sentAt',
      'receivedAt',
      'answeredAt',
      'closedAt',
      'dueAt',
      'packageVersion',
      'byOverride',
      'overrideGround',
      'urgency',
      'hiddenAt',
      'stopName',
      'recipientWorkerId',
      'reason',
      'suggestedAgencyId',
      'outcome',
      'escalatedAt',
      'newsAt',
      'clientToldAt',
    ],
    rules: [
      { roles: CASEWORK, verbs: ['select', 'update'], when: { any: [recipientOnceSent, sender] } },
      {
        roles: CASEWORK,
        verbs: ['insert'],
        when: { all: [sender, { is: ['state', 'decided'] }, { empty: 'sentAt' }] },
      },
      {
        // Decided and sent in one step. Only people may do so. A trigger checks that the row meets the conditions of
        // both moves.
        roles: ['case_worker', 'manager'],
        verbs: ['insert'],
        when: { all: [sender, { is: ['state', 'sent'] }, { filled: 'sentAt' }] },
      },
    ],
  },
  referralOrigin: { updatable: ['consentId', 'overrideId'], rules: [ownCasework] },
  referralPackage: {
    updatable: ['hiddenAt'],
    rules: [
      {
        roles: CASEWORK,
        verbs: ['select'],
        when: { any: [{ all: [{ ownAgency: 'toAgencyId' }, { empty: 'hiddenAt' }] }, sender] },
      },
      { roles: CASEWORK, verbs: ['insert', 'update'], when: sender },
    ],
  },
  referralSearchKey: {
    updatable: [],
    rules: [
      { roles: CASEWORK, verbs: ['select'], when: { ownAgency: 'toAgencyId' } },
      { roles: CASEWORK, verbs: ['insert'], when: sender },
    ],
  },
  referralStep: {
    updatable: ['shared', 'errorAt', 'errorReason'],
    rules: [
      {
        roles: CASEWORK,
        verbs: ['select'],
        when: { any: [sender, { all: [{ ownAgency: 'toAgencyId' }, { is: ['shared', true] }] }] },
      },
      { roles: CASEWORK, verbs: ['insert'], when: { all: [{ ownAgency: 'byAgencyId' }, sender] } },
      {
        roles: CASEWORK,
        verbs: ['insert'],
        when: { all: [{ ownAgency: 'byAgencyId' }, { ownAgency: 'toAgencyId' }, { is: ['shared', true] }] },
      },
      { roles: CASEWORK, verbs: ['update'], when: { ownAgency: 'byAgencyId' } },
    ],
  },
  referralNote: {
    updatable: [],
    rules: [{ roles: CASEWORK, verbs: ['select', 'insert'], when: { ownAgency: 'agencyId' } }],
  },
  caseEvent: { updatable: [], rules: [{ roles: CASEWORK, verbs: ['select'], when: { ownAgency: 'agencyId' } }] },
  clock: {
    updatable: [
      'calendarVersion',
      'startedAt',
      'originalDueAt',
      'dueAt',
      'state',
      'keptAt',
      'reason',
      'lateReason',
      'warnedStep',
    ],
    rules: [ownCasework],
  },
} as const satisfies { [Table in CaseworkTable]: TablePolicy<Table> }
