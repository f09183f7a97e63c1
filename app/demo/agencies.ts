import type { StrandId } from '../domain/cases/strand.ts'
import type { ConsentPurpose } from '../domain/consents/consent-purpose.ts'
import type { AgencyKind } from '../domain/partnership/agency.ts'
import { uuidOf } from './chance.ts'

export interface StoryAgency {
  agencyId: string
  kind: AgencyKind
  name: string
  initials: string
  offers: string
  strands: StrandId[]
  purposes: ConsentPurpose[]
  hours: string
  takesReferrals: boolean
  dutyEmail: string
  dutyPhone: string
}

const OFFICE = 'Monday to Friday 09:00 to 17:00'
const ALL_STRANDS: StrandId[] = []

function agency(
  key: string,
  details: Omit<StoryAgency, 'agencyId' | 'takesReferrals' | 'dutyEmail'> & { full?: true },
): StoryAgency {
  const { full, ...facts } = details
  return { agencyId: uuidOf(`agency ${key}`), ...facts, takesReferrals: !full, dutyEmail: `duty.${key}@example.org` }
}

/** All are invented; Ofcom reserves their phone numbers for drama. No strands means all strands. */
export const AGENCIES = {
  constabulary: agency('constabulary', {
    kind: 'police_force',
    name: 'Mersey Shore Constabulary – Liverpool Hate Crime Unit',
    initials: 'MS',
    offers: 'Investigates hate crime, and protects people who are threatened',
    strands: ALL_STRANDS,
    purposes: ['investigation', 'enforcement', 'risk_meeting'],
    hours: 'Every day 08:00 to 22:00',
    dutyPhone: '0151 496 0100',
  }),
  cohesion: agency('cohesion', {
    kind: 'council_unit',
    name: 'City Cohesion & Safety Unit',
    initials: 'CC',
    offers: 'Injunctions, mediation between neighbours, re-housing in exceptional cases',
    strands: ALL_STRANDS,
    purposes: ['support', 'enforcement', 'rehousing', 'risk_meeting'],
    hours: OFFICE,
    dutyPhone: '0151 496 0110',
  }),
  streetScene: agency('street-scene', {
    kind: 'street_scene',
    name: 'Street Scene Response',
    initials: 'SR',
    offers: 'Removes offensive graffiti, clears and repairs in the street',
    strands: ALL_STRANDS,
    purposes: ['repairs_security'],
    hours: 'Every day 07:00 to 19:00',
    dutyPhone: '0151 496 0120',
  }),
  harthill: agency('harthill', {
    kind: 'social_landlord',
    name: 'Harthill Bridge Homes',
    initials: 'HB',
    offers: 'Repairs, security of the home and moves, for its own tenants',
    strands: ALL_STRANDS,
    purposes: ['enforcement', 'rehousing', 'repairs_security', 'risk_meeting'],
    hours: OFFICE,
    dutyPhone: '0151 496 0130',
  }),
  northgate: agency('northgate', {
    kind: 'social_landlord',
    name: 'Northgate Quay Housing',
    initials: 'NQ',
    offers: 'Repairs, security of the home and moves, for its own tenants',
    strands: ALL_STRANDS,
    purposes: ['enforcement', 'rehousing', 'repairs_security', 'risk_meeting'],
    hours: OFFICE,
    dutyPhone: '0151 496 0140',
  }),
  albion: agency('albion', {
    kind: 'social_landlord',
    name: 'Albion Terrace Housing Association',
    initials: 'AT',
    offers: 'Repairs, security of the home and moves, for its own tenants',
    strands: ALL_STRANDS,
    purposes: ['enforcement', 'rehousing', 'repairs_security', 'risk_meeting'],
    hours: OFFICE,
    dutyPhone: '0151 496 0150',
  }),
  beacon: agency('beacon', {
    kind: 'victim_support',
    name: 'Beacon Victim Care',
    initials: 'BV',
    offers: 'Somebody to talk to, practical help, and support through court',
    strands: ALL_STRANDS,
    purposes: ['support', 'risk_meeting'],
    hours: 'Monday to Saturday 08:00 to 20:00',
    dutyPhone: '0151 496 0160',
  }),
  unitySteps: agency('unity-steps', {
    kind: 'community_support',
    name: 'Unity Steps',
    initials: 'US',
    offers: 'Support after racist or religious hate, in nine languages',
    strands: ['race', 'religion'],
    purposes: ['support', 'risk_meeting'],
    hours: OFFICE,
    dutyPhone: '0151 496 0170',
  }),
  openDoor: agency('open-door', {
    kind: 'community_support',
    name: 'Open Door Voices',
    initials: 'OD',
    offers: 'Advocacy by and for disabled people; BSL and Easy Read in the house',
    strands: ['disability'],
    purposes: ['support', 'risk_meeting'],
    hours: 'Monday to Thursday 10:00 to 16:00',
    dutyPhone: '0151 496 0180',
  }),
  wharf: agency('wharf', {
    kind: 'community_support',
    name: 'Wharf Rainbow Support',
    initials: 'WR',
    offers: 'LGBTQ+ caseworkers, peer groups, help with reporting',
    strands: ['sexual_orientation', 'transgender'],
    purposes: ['support', 'risk_meeting'],
    hours: 'Tuesday to Saturday 11:00 to 19:00',
    dutyPhone: '0151 496 0190',
  }),
  redLantern: agency('red-lantern', {
    kind: 'community_support',
    name: 'Red Lantern Outreach',
    initials: 'RL',
    offers: 'Support for people who sell sex; no new referrals until a post is filled',
    strands: ['sex_work'],
    purposes: ['support'],
    hours: 'Monday to Friday 18:00 to 23:00',
    dutyPhone: '0151 496 0200',
    full: true,
  }),
  shoreline: agency('shoreline', {
    kind: 'fire_and_rescue',
    name: 'Shoreline Fire Safety',
    initials: 'SF',
    offers: 'Home fire safety visits, fireproof letterboxes, arson advice',
    strands: ALL_STRANDS,
    purposes: ['repairs_security', 'risk_meeting'],
    hours: 'Every day, day and night',
    dutyPhone: '0151 496 0210',
  }),
  granby: agency('granby', {
    kind: 'reporting_centre',
    name: 'Granby Library Reporting Point',
    initials: 'GL',
    offers: 'A quiet room to report in, without giving a name if you wish',
    strands: ALL_STRANDS,
    purposes: [],
    hours: 'Monday to Saturday 10:00 to 17:00',
    dutyPhone: '0151 496 0220',
  }),
  stBrendans: agency('st-brendans', {
    kind: 'reporting_centre',
    name: 'St Brendan’s Community Hub',
    initials: 'SB',
    offers: 'Report over a cup of tea; help with forms and phone calls',
    strands: ALL_STRANDS,
    purposes: [],
    hours: 'Monday to Friday 09:30 to 15:30',
    dutyPhone: '0151 496 0230',
  }),
} as const satisfies Record<string, StoryAgency>

export type AgencyKey = keyof typeof AGENCIES
