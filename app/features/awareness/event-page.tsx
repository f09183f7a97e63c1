import { AWARENESS_MOVES, AWARENESS_STATES, type AwarenessMove } from '../../domain/partnership/awareness.ts'
import { href } from '../../href.ts'
import { ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { Tag, type TagColour } from '../../ui/tag.tsx'
import { ComparedSection } from './effect/compared-section.tsx'
import type { ComparedShown } from './effect/read-before-and-after.server.ts'
import { EventFacts } from './event-facts.tsx'
import { PartnerTable } from './invitations/partner-table.tsx'
import type { EventShown } from './read-event.server.ts'

const COLOURS = { planned: 'blue', held: 'green', cancelled: 'grey' } as const satisfies Record<
  EventShown['state'],
  TagColour
>

interface EventPageProps {
  event: EventShown
  compared: ComparedShown | null
  now: string
}

export function EventPage({ event, compared, now }: EventPageProps) {
  return (
    <>
      <PageTitle caption={`Awareness work of ${event.agencyName}`}>{event.title}</PageTitle>
      <p>
        <Tag colour={COLOURS[event.state]}>{AWARENESS_STATES[event.state].label}</Tag>
      </p>
      <NextSteps event={event} />
      <EventFacts event={event} now={now} />
      <PartnerTable partners={event.partners} now={now} />
      {compared ? <ComparedSection compared={compared} /> : null}
    </>
  )
}

function NextSteps({ event }: { event: EventShown }) {
  const [first, ...others] = inOrder(event)
  if (!first) return null
  return (
    <ButtonGroup>
      <ButtonLink href={hrefOf(event, first)}>{wordsOf(event, first)}</ButtonLink>
      {others.map((move) => (
        <ButtonLink key={move} href={hrefOf(event, move)} variant="secondary">
          {wordsOf(event, move)}
        </ButtonLink>
      ))}
    </ButtonGroup>
  )
}

/** Possible actions, the likely next step first. An event that has not happened cannot be recorded. */
function inOrder({ moves, due, state, partners, answer }: EventShown): AwarenessMove[] {
  const wanted: AwarenessMove[] =
    answer === 'invited'
      ? ['answer']
      : due && state === 'planned'
        ? ['hold']
        : partners.length === 0
          ? ['invite']
          : ['edit']
  const possible = moves.filter((move) => move !== 'hold' || due)
  return [...possible].sort((a, b) => Number(wanted.includes(b)) - Number(wanted.includes(a)))
}

function hrefOf({ eventId }: EventShown, move: AwarenessMove): string {
  return href(`/awareness/:eventId/${move}`, { eventId })
}

function wordsOf({ state, answer, partners }: EventShown, move: AwarenessMove): string {
  if (move === 'hold' && state === 'held') return 'Correct what was recorded'
  if (move === 'answer' && answer !== 'invited') return 'Change our answer'
  if (move === 'invite' && partners.length > 0) return 'Invite more partners'
  return AWARENESS_MOVES[move].label
}
