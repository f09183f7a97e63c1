import type { ConsentState } from '../../domain/consents/consent.ts'
import { type Override, type OverrideState, overrideStateOf } from '../../domain/consents/override.ts'
import { Tag, type TagColour } from '../../ui/tag.tsx'

const STATES: Record<ConsentState, { word: string; colour: TagColour }> = {
  active: { word: 'Agreed', colour: 'green' },
  refused: { word: 'Said no', colour: 'grey' },
  not_now: { word: 'Not now', colour: 'grey' },
  withdrawn: { word: 'Withdrawn', colour: 'purple' },
  review_due: { word: 'Review due', colour: 'orange' },
}

export function ConsentStateTag({ state }: { state: ConsentState }) {
  const { word, colour } = STATES[state]
  return <Tag colour={colour}>{word}</Tag>
}

const OVERRIDE_TAGS: Record<OverrideState, { word: string; colour: TagColour }> = {
  waiting: { word: 'Waiting', colour: 'orange' },
  refused: { word: 'Refused', colour: 'grey' },
  authorised: { word: 'Authorised', colour: 'red' },
  lapsed: { word: 'Lapsed', colour: 'grey' },
  used: { word: 'Used', colour: 'red' },
}

/** Red wherever data may be, or was, shared without consent. */
export function OverrideStateTag({
  override,
  now,
}: {
  override: Pick<Override, 'decision' | 'decidedAt' | 'usedAt'>
  now: Date
}) {
  const { word, colour } = OVERRIDE_TAGS[overrideStateOf(override, now)]
  return <Tag colour={colour}>{word}</Tag>
}
