/** The only reasons that end a clock of R8 without the work: each is a fact that the person on site can see. */
export const REPAIR_EXCEPTIONS = {
  access_refused: { label: 'Access was refused' },
  not_ours: { label: 'The property is not ours and its owner refuses' },
  police_scene: { label: 'The place is a police scene' },
} as const satisfies Record<string, { label: string }>

export type RepairException = keyof typeof REPAIR_EXCEPTIONS

/** Why graffiti has no photo from before its removal. */
export const NO_PHOTO_REASONS = {
  gone: { label: 'It was gone before anyone could take a photo' },
  client_asked: { label: 'The client asked for no photo' },
  not_safe: { label: 'Taking a photo was not safe' },
  no_camera: { label: 'The people who removed it had no camera' },
} as const satisfies Record<string, { label: string }>

export type NoPhotoReason = keyof typeof NO_PHOTO_REASONS

/** Why what was recorded as the end of the work is wrong. */
export const REOPENING_REASONS = {
  not_done: { label: 'The work is not done' },
  wrong_time: { label: 'The time is wrong' },
  other_work: { label: 'It was about other work' },
  exception_over: { label: 'The exception does not apply, or is over' },
} as const satisfies Record<string, { label: string }>

export type ReopeningReason = keyof typeof REOPENING_REASONS

export const REPAIR_ERROR_REASONS = {
  other_case: { label: 'It belongs to another case' },
  not_needed: { label: 'There was nothing to repair or remove' },
  not_emergency: { label: 'It is not an emergency, or not offensive' },
  twice: { label: 'It was reported twice' },
  wrong_time: { label: 'The time of the report is wrong' },
} as const satisfies Record<string, { label: string }>

export type RepairErrorReason = keyof typeof REPAIR_ERROR_REASONS
