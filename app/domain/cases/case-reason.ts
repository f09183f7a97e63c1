/** Why a case became serious although its report was not. What the client said stays in the case. */
export const SERIOUS_REASONS = {
  violence_told_later: { label: 'Violence was reported later' },
  threat_told_later: { label: 'A threat of violence was reported later' },
  getting_worse: { label: 'It is getting worse, and violence is feared' },
  especially_at_risk: { label: 'The client is at particular risk' },
  further_incident: { label: 'A further incident, with violence or a threat of it' },
} as const satisfies Record<string, { label: string }>

export type SeriousReason = keyof typeof SERIOUS_REASONS

export const LOWERED_REASONS = {
  marked_by_mistake: { label: 'It was marked by mistake' },
  no_violence_or_threat: { label: 'There was no violence and no threat of it' },
} as const satisfies Record<string, { label: string }>

/** Why the client asked to be contacted on a later day. Only the client can ask. */
export const DEFERRAL_REASONS = {
  chose_day: { label: 'They chose a day that suits them' },
  away: { label: 'They are away' },
  unwell: { label: 'They are unwell' },
  supporter: { label: 'They want someone with them' },
  safety: { label: 'It is not safe to talk before then' },
} as const satisfies Record<string, { label: string }>

export type DeferralReason = keyof typeof DEFERRAL_REASONS

/** Why a standard cannot be kept, through no fault of the agency. The clock shows the full sentence. */
export const EXCEPTION_REASONS = {
  declined: { label: 'The client does not want to be contacted' },
  no_way_to_reach: { label: 'There is no way left to reach the client' },
  client_died: { label: 'The client has died' },
  police_asked: { label: 'The police asked us to wait' },
} as const satisfies Record<string, { label: string }>

export const LATE_REASONS = {
  no_answer: { label: 'We tried in time and no one answered' },
  wrong_details: { label: 'The number or address was wrong' },
  allocated_late: { label: 'The case was allocated late' },
  staff_away: { label: 'The case worker was away and had no cover' },
  told_late: { label: 'The report reached us late' },
  raised_late: { label: 'It turned out to be serious only later' },
  interpreter: { label: 'No interpreter was available in time' },
  not_recorded: { label: 'It was done in time and recorded late' },
  overlooked: { label: 'It was overlooked' },
} as const satisfies Record<string, { label: string }>

export type LateReason = keyof typeof LATE_REASONS

export const CONTACT_ERROR_REASONS = {
  other_client: { label: 'It was about another client' },
  did_not_happen: { label: 'It did not happen' },
  wrong_outcome: { label: 'The result was recorded wrongly' },
  wrong_time: { label: 'The time is wrong' },
  twice: { label: 'It was recorded twice' },
} as const satisfies Record<string, { label: string }>

export type ContactErrorReason = keyof typeof CONTACT_ERROR_REASONS
