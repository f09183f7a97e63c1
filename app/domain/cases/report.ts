/** How a report reached the partnership (R1). */
export const REPORT_CHANNELS = {
  phone: { label: 'By phone' },
  in_person: { label: 'In person' },
  email: { label: 'By e-mail' },
  letter: { label: 'By letter' },
  web: { label: 'On a web form' },
  reporting_point: { label: 'Through a third-party reporting centre' },
  from_police: { label: 'From the police' },
  other_agency: { label: 'From another agency' },
} as const satisfies Record<string, { label: string }>

export type ReportChannel = keyof typeof REPORT_CHANNELS

export const REPORTER_ROLES = {
  victim: { label: 'The person it happened to' },
  witness: { label: 'A witness' },
  third_party: { label: 'Someone acting for the client' },
  anonymous: { label: 'Someone who does not give a name' },
} as const satisfies Record<string, { label: string }>

export type ReporterRole = keyof typeof REPORTER_ROLES
