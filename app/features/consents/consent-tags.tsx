import type { ConsentState } from '../../domain/consents/consent.ts'
import { overrideLapsesAt } from '../../domain/consents/override.ts'
import { Tag, type TagColour } from '../../ui/tag.tsx'

const STATES: Record<ConsentState, { word: string; colour: TagColour }> = {
  active: { word: 'Agreed', colour: 'green' },
  refused: { word: 'Said no', colour: 'grey' },
  not_now: { word: 'Not now', colour: 'grey' },
  withdrawn: { word: 'Withdrawn', colour: 'purple' },
  review_due: { word: 'Review due', colour: 'orange' },
}

/** Where a consent stands today. */
export function ConsentStateTag({ state }: { state: ConsentState }) {
  const { word, colour } = STATES[state]
  return <Tag colour={colour}>{word}</Tag>
}

interface Standing {
  decision: 'asked' | 'authorised' | 'refused'
  decidedAt: Date | null
  usedAt: Date | null
}

/** Red wherever something may go, or went, without consent. */
export function OverrideStateTag({
  override: { decision, decidedAt, usedAt },
  now,
}: {
  override: Standing
  now: Date
}) {
  if (usedAt) return <Tag colour="red">Used</Tag>
  if (decision === 'authorised' && decidedAt && now >= overrideLapsesAt(decidedAt))
    return <Tag colour="grey">Lapsed</Tag>
  if (decision === 'authorised') return <Tag colour="red">Authorised</Tag>
  if (decision === 'refused') return <Tag colour="grey">Refused</Tag>
  return <Tag colour="orange">Waiting</Tag>
}
