import { toDeciders } from '../notifications/notification-audience.ts'
import type { CaseEventTable } from './event-row.ts'

/** Map and release events. No log holds what a protected place is, or where. */
export const MAP_EVENTS = {
  'hotspot-release-asked': {
    group: null,
    title: ({ period }) => `Requested a map release of ${period}`,
    notifies: 'nobody',
    startsJob: true,
  },
  'hotspot-release-proposed': {
    group: null,
    title: () => 'Proposed a map release',
    notifies: toDeciders(({ data: { releaseId } }) => ({
      kind: 'release-proposed',
      subjectId: releaseId,
      reference: 'Map release',
    })),
  },
  'hotspot-release-published': {
    group: null,
    title: ({ number }) => `Published map release ${number}`,
    notifies: 'nobody',
  },
  'hotspot-release-refused': { group: null, title: () => 'Refused a map release', notifies: 'nobody' },
  'release-rules-proposed': {
    group: null,
    title: ({ version }) => `Proposed rules for map releases: version ${version}`,
    notifies: toDeciders(({ actorId }) => ({ kind: 'rules-proposed', subjectId: actorId, reference: 'Map rules' })),
    startsJob: true,
  },
  'release-rules-decided': {
    group: null,
    title: ({ version, decision }) =>
      decision === 'refused'
        ? `Refused rules for map releases: version ${version}`
        : `Accepted rules for map releases: version ${version}`,
    notifies: 'nobody',
  },
  'incidents-imported': {
    group: null,
    title: ({ added }) => `Imported incidents: ${added} new`,
    notifies: 'nobody',
  },
  'place-protected': { group: null, title: () => 'Protected a place', notifies: 'nobody' },
  'place-released': { group: null, title: () => 'Ended the protection of a place', notifies: 'nobody' },
  'map-data-loaded': { group: null, title: ({ what }) => `Loaded map data: ${what}`, notifies: 'nobody' },
} satisfies Partial<CaseEventTable>
