/** Where a risk check was made. */
export const RISK_CHECK_PLACES = {
  home: { label: 'At the client’s home' },
  office: { label: 'At our office' },
  reporting_centre: { label: 'At a reporting centre' },
  police_station: { label: 'At a police station' },
  phone: { label: 'By phone' },
  video: { label: 'By video' },
  elsewhere: { label: 'Somewhere else' },
} as const satisfies Record<string, { label: string }>

export type RiskCheckPlace = keyof typeof RISK_CHECK_PLACES
