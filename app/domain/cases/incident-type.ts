interface IncidentType {
  label: string
  /** Whether this type counts as violence or a threat, which makes a report serious (R4). */
  violence: 'always' | 'if_threatened' | 'no'
}

/** What happened; a report may have several. Compiled from forms in use (docs/practice.md). */
export const INCIDENT_TYPES = {
  verbal_abuse: { label: 'Verbal abuse', violence: 'no' },
  threats_intimidation: { label: 'Threats or intimidation', violence: 'if_threatened' },
  harassment_repeated: { label: 'Repeated harassment', violence: 'no' },
  assault_no_injury: { label: 'Assault without injury', violence: 'always' },
  assault_injury: { label: 'Assault with injury', violence: 'always' },
  weapon_involved: { label: 'A weapon was involved', violence: 'always' },
  sexual_offence: { label: 'Sexual offence', violence: 'always' },
  arson_attempted_arson: { label: 'Arson or attempted arson', violence: 'always' },
  criminal_damage: { label: 'Damage to property', violence: 'no' },
  graffiti_offensive: { label: 'Offensive graffiti', violence: 'no' },
  offensive_material: { label: 'Offensive letters, leaflets or posters', violence: 'no' },
  online_communications: { label: 'Online, calls or texts', violence: 'no' },
  objects_thrown_rubbish_letterbox: { label: 'Objects thrown, rubbish, letterbox', violence: 'no' },
  spitting: { label: 'Spitting', violence: 'no' },
  theft_robbery: { label: 'Theft or robbery', violence: 'no' },
  malicious_complaints: { label: 'Malicious complaints', violence: 'no' },
  bullying: { label: 'Bullying', violence: 'no' },
  mate_crime_exploitation: { label: 'Exploited by a false friend', violence: 'no' },
  other: { label: 'Something else', violence: 'no' },
} as const satisfies Record<string, IncidentType>

export type IncidentTypeId = keyof typeof INCIDENT_TYPES

export const INCIDENT_TYPE_IDS = Object.keys(INCIDENT_TYPES) as IncidentTypeId[]

/** Kinds of place, from the Sussex list (docs/practice.md). `home`: at, or giving away, the client's address. */
export const LOCATION_TYPES = {
  home: { label: 'At or near home', home: true },
  residential_care: { label: 'Residential care', home: true },
  street: { label: 'Street', home: false },
  pub_restaurant: { label: 'Pub or restaurant', home: false },
  shop: { label: 'Shop', home: false },
  park_beach: { label: 'Park or beach', home: false },
  public_transport: { label: 'Public transport', home: false },
  education: { label: 'School, college or university', home: false },
  work: { label: 'Work', home: false },
  place_of_worship: { label: 'Place of worship', home: false },
  public_building: { label: 'Public building', home: false },
  online: { label: 'Online or by phone', home: false },
  other: { label: 'Somewhere else', home: false },
  not_known: { label: 'Not known', home: false },
} as const satisfies Record<string, { label: string; home: boolean }>

export type LocationType = keyof typeof LOCATION_TYPES

/** The kind of place and any detail, such as "Public transport: Bus 86". */
export function placeInWords(locationType: LocationType, ...known: string[]): string {
  const place = known.filter(Boolean).join(', ')
  if (place && locationType === 'not_known') return `${place} (kind of place not known)`
  return [LOCATION_TYPES[locationType].label, place].filter(Boolean).join(': ')
}

/** What the police did. It never weighs against the client's perception of hate (G2). */
export const POLICE_STATUS = {
  not_asked: { label: 'Not asked' },
  not_reported: { label: 'Not reported to the police' },
  reported_awaiting: { label: 'Reported, waiting to hear' },
  recorded_crime: { label: 'Recorded as a crime' },
  recorded_incident: { label: 'Recorded as an incident' },
  not_recorded: { label: 'Reported, not recorded by the police' },
} as const satisfies Record<string, { label: string }>

export type PoliceStatus = keyof typeof POLICE_STATUS
