/** Where a client may be interviewed. The client chooses (R5). */
export const INTERVIEW_PLACES = {
  home: { label: 'At the client’s home', asks: 'The address, and how to arrive unnoticed' },
  our_office: { label: 'At our office', asks: 'Which office and entrance' },
  reporting_point: { label: 'At a reporting centre', asks: 'Which centre, and who to ask for' },
  police_station: { label: 'At a police station', asks: 'Which station, and who to ask for' },
  phone: { label: 'By phone', asks: 'Which number is safe to call then' },
  video: { label: 'By video call', asks: 'How the client joins the call' },
  elsewhere: { label: 'Somewhere else that is safe', asks: 'Where exactly' },
} as const satisfies Record<string, { label: string; asks: string }>

export type InterviewPlace = keyof typeof INTERVIEW_PLACES

/** Who named the place. Only a place that the client chose can be arranged. */
export const PLACE_CHOOSERS = {
  client: { label: 'The client chose it' },
  agency: { label: 'We chose it' },
} as const satisfies Record<string, { label: string }>

export type PlaceChooser = keyof typeof PLACE_CHOOSERS

/** Who is beside the client. A child never interprets, so no answer offers it. */
export const COMPANIONS = {
  nobody: { label: 'Nobody' },
  supporter: { label: 'A supporter or advocate' },
  family_or_friend: { label: 'Family or a friend' },
  carer: { label: 'A carer' },
} as const satisfies Record<string, { label: string }>

export type Companion = keyof typeof COMPANIONS

export const CHANGE_REASONS = {
  client_asked: { label: 'The client asked for the change' },
  client_unwell: { label: 'The client is unwell' },
  need_not_booked: { label: 'An interpreter or another need could not be booked' },
  safety: { label: 'The place or time was not safe' },
  worker_away: { label: 'The case worker cannot come' },
  recorded_wrongly: { label: 'It was recorded wrongly' },
} as const satisfies Record<string, { label: string }>

export const CANCEL_REASONS = {
  client_does_not_want: { label: 'The client does not want an interview' },
  client_did_not_come: { label: 'The client did not come' },
  not_safe: { label: 'It is not safe to meet' },
  held_elsewhere: { label: 'Another agency interviews the client' },
  arranged_by_mistake: { label: 'It was arranged by mistake' },
} as const satisfies Record<string, { label: string }>

export type CancelReason = keyof typeof CANCEL_REASONS

export const INTERVIEW_STATES = {
  arranged: { label: 'Arranged' },
  held: { label: 'Held' },
  cancelled: { label: 'Cancelled' },
} as const satisfies Record<string, { label: string }>

export type InterviewState = keyof typeof INTERVIEW_STATES
