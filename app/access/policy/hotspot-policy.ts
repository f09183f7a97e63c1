import type { TableName } from '../../../db/schema/tables.ts'
import { STAFF, type TablePolicy } from './policy-rule.ts'

const MAP_READERS = ['coordinator', 'cohesion_officer'] as const
/** The roles that may request a release, and those that must agree to it. The tables demand two different people. */
const RELEASERS = ['coordinator', 'administrator'] as const

const everybodyReads = { roles: [...STAFF, 'system'], verbs: ['select'], when: 'any row' } as const
/** Loaded by an operator's command, which acts as the portal's administrator. */
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

/** The policy for places, the anonymous map, and the awareness work planned from it. */
export const HOTSPOT_POLICY = {
  // Only a database function reads it, and gives the worker what a release is calculated from.
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
        // The worker tries proposed rules and records their effect.
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
        // Only app.publish_release publishes.
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
      // Calendar programs read without signing in. The row contains only the hash of the secret.
      { roles: ['sign_in'], verbs: ['select'], when: 'any row' },
    ],
  },
} as const satisfies { [Table in HotspotTable]: TablePolicy<Table> }
