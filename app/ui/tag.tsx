import type { ReactNode } from 'react'

export const STATUSES = {
  overdue: { word: 'Overdue', colour: 'red' },
  'due-today': { word: 'Due today', colour: 'orange' },
  soon: { word: 'Soon', colour: 'yellow' },
  running: { word: 'Running', colour: 'blue' },
  kept: { word: 'Kept', colour: 'green' },
  'kept-late': { word: 'Kept late', colour: 'orange' },
  exception: { word: 'Exception', colour: 'purple' },
  'not-applicable': { word: 'Not applicable', colour: 'grey' },
  cancelled: { word: 'Cancelled', colour: 'grey' },
} as const satisfies Record<string, { word: string; colour: TagColour }>

export type ShownClockStatus = keyof typeof STATUSES

export type TagColour = 'red' | 'orange' | 'yellow' | 'blue' | 'green' | 'purple' | 'grey' | 'teal'

/** The status of a deadline. The word always says it; the colour only repeats it. */
export function StatusTag({ status }: { status: ShownClockStatus }) {
  const { word, colour } = STATUSES[status]
  return <Tag colour={colour}>{word}</Tag>
}

/** A short status. The words must be clear without the colour. */
export function Tag({ colour, children }: { colour: TagColour; children: ReactNode }) {
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
}
