import type { TagColour } from '../../../ui/tag.tsx'

export const DRAFT_STATES = {
  asked: { word: 'Being built', colour: 'blue' },
  built: { word: 'Built', colour: 'yellow' },
  too_few: { word: 'Too few incidents', colour: 'grey' },
  failed: { word: 'Failed', colour: 'red' },
  proposed: { word: 'Waiting for a second person', colour: 'orange' },
  published: { word: 'Published', colour: 'green' },
  refused: { word: 'Refused', colour: 'grey' },
} as const satisfies Record<string, { word: string; colour: TagColour }>

export type ReleaseDraftState = keyof typeof DRAFT_STATES
