import type { TableName } from '../../../db/schema/tables.ts'
import { STAFF, type TablePolicy } from './policy-rule.ts'

const MAP_READERS = ['coordinator', 'cohesion_officer'] as const
/** Who may ask for a release, and who must agree to it: two different people, which the tables themselves demand. */
const RELEASERS = ['coordinator', 'administrator'] as const

const everybodyReads = { roles: [...STAFF, 'system'], verbs: ['select'], when: 'any row' } as const
/** Operators load it by a command, which acts as the portal's administrator. */
const loaded = { roles: ['administrator'], verbs: ['select', 'insert', 'delete'], when: 'any row' } as const

type HotspotTable = Extract<
  TableName,
  | 'countedIncident'
  | 'incidentImport'
  | 'releaseRule'
  | 'hotspotDraft'
  | 'hotspotBody'
  | 'hotspotRelease'
  | 'protectedPlace'
  | 'postcode'
  | 'streetCrime'
  | 'cellPopulation'
  | 'tensionNote'
  | 'awarenessEvent'
  | 'awarenessPartner'
  | 'calendarFeed'
>

/** Who may see and do what with places, the anonymous map, and the awareness work planned from it. */
export const HOTSPOT_POLICY = {
  // Read by the function that hands the worker what a release is made of, and by nobody else.
  countedIncident: { updatable: [], rules: [] },
  incidentImport: {
    updatable: [],
    rules: [{ roles: RELEASERS, verbs: ['select', 'insert'], when: 'any row' }],
  },
  releaseRule: {
    updatable: ['state', 'decidedBy', 'decidedByName', 'decidedAt', 'effect'],
    rules: [
      { roles: [...MAP_READERS, 'administrator', 'system'], verbs: ['select'], when: 'any row' },
      {
        roles: RELEASERS,
        verbs: ['insert'],
        when: { all: [{ own: 'proposedBy' }, { is: ['state', 'proposed'] }, { empty: 'decidedAt' }] },
      },
      {
        roles: RELEASERS,
        verbs: ['update'],
        when: { all: [{ notOwn: 'proposedBy' }, { is: ['state', 'proposed'] }] },
        check: { all: [{ notOwn: 'proposedBy' }, { own: 'decidedBy' }, { filled: 'decidedAt' }] },
      },
      {
        // The worker tries proposed rules and says what they would do.
        roles: ['system'],
        verbs: ['update'],
        when: { all: ['any row', { is: ['state', 'proposed'] }] },
        check: { all: ['any row', { is: ['state', 'proposed'] }, { empty: 'decidedAt' }] },
      },
    ],
  },
  hotspotDraft: {
    updatable: [
      'state',
      'builtAt',
      'sha256',
      'summary',
      'attackReport',
      'proposedBy',
      'proposedByName',
      'proposedAt',
      'decidedBy',
      'decidedByName',
      'decidedAt',
      'decisionNote',
    ],
    rules: [
      { roles: [...RELEASERS, 'system'], verbs: ['select'], when: 'any row' },
      {
        roles: RELEASERS,
        verbs: ['insert'],
        when: { all: [{ own: 'askedBy' }, { is: ['state', 'asked'] }, { empty: 'builtAt' }] },
      },
      {
        roles: RELEASERS,
        verbs: ['update'],
        when: { all: ['any row', { is: ['state', 'built'] }] },
        check: { all: ['any row', { is: ['state', 'proposed'] }, { own: 'proposedBy' }, { filled: 'builtAt' }] },
      },
      {
        // Publishing is app.publish_release alone.
        roles: RELEASERS,
        verbs: ['update'],
        when: { all: ['any row', { is: ['state', 'proposed'] }, { filled: 'proposedAt' }] },
        check: { all: [{ is: ['state', 'refused'] }, { own: 'decidedBy' }] },
      },
      {
        roles: ['system'],
        verbs: ['update'],
        when: { all: ['any row', { is: ['state', 'asked'] }] },
        check: { all: ['any row', { empty: 'proposedAt' }, { empty: 'decidedAt' }] },
      },
    ],
  },
  hotspotBody: { updatable: [], rules: [{ roles: ['system'], verbs: ['insert'], when: 'any row' }] },
  hotspotRelease: {
    updatable: [],
    rules: [{ roles: [...MAP_READERS, 'administrator', 'system'], verbs: ['select'], when: 'any row' }],
  },
  protectedPlace: {
    updatable: ['removedAt'],
    rules: [
      { roles: ['coordinator', 'system'], verbs: ['select'], when: 'any row' },
      { roles: ['coordinator'], verbs: ['insert', 'update'], when: 'any row' },
    ],
  },
  postcode: { updatable: [], rules: [everybodyReads, loaded] },
  streetCrime: {
    updatable: [],
    rules: [{ roles: MAP_READERS, verbs: ['select'], when: 'any row' }, loaded],
  },
  cellPopulation: { updatable: [], rules: [everybodyReads, loaded] },
  tensionNote: {
    updatable: [],
    rules: [
      { roles: MAP_READERS, verbs: ['select'], when: 'any row' },
      { roles: MAP_READERS, verbs: ['insert'], when: { all: [{ ownAgency: 'agencyId' }, { own: 'writtenBy' }] } },
      { roles: MAP_READERS, verbs: ['delete'], when: { ownAgency: 'agencyId' } },
      { roles: ['system'], verbs: ['select', 'delete'], when: { ownAgency: 'agencyId' } },
    ],
  },
  awarenessEvent: {
    updatable: [
      'title',
      'kind',
      'state',
      'heldOn',
      'startsAt',
      'endsAt',
      'venue',
      'ward',
      'cell',
      'releaseId',
      'strands',
      'audience',
      'languages',
      'materials',
      'attendance',
      'followUp',
      'version',
    ],
    rules: [
      { roles: [...STAFF, 'system', 'sign_in'], verbs: ['select'], when: 'any row' },
      { roles: MAP_READERS, verbs: ['insert', 'update'], when: { ownAgency: 'agencyId' } },
    ],
  },
  awarenessPartner: {
    updatable: ['state', 'answeredAt', 'answeredByName', 'note'],
    rules: [
      { roles: [...STAFF, 'system', 'sign_in'], verbs: ['select'], when: 'any row' },
      {
        roles: MAP_READERS,
        verbs: ['insert'],
        when: { all: [{ ownAgency: 'agencyId' }, { is: ['state', 'invited'] }, { empty: 'answeredAt' }] },
      },
      { roles: STAFF, verbs: ['update'], when: { ownAgency: 'partnerAgencyId' } },
    ],
  },
  calendarFeed: {
    updatable: ['tokenHash', 'madeAt'],
    rules: [
      {
        roles: ['manager', ...MAP_READERS],
        verbs: ['select', 'insert', 'update'],
        when: { all: [{ ownAgency: 'agencyId' }, { own: 'staffId' }] },
      },
      // A calendar asks without signing in; what it holds is the hash of a secret.
      { roles: ['sign_in'], verbs: ['select'], when: 'any row' },
    ],
  },
} as const satisfies { [Table in HotspotTable]: TablePolicy<Table> }
