import type { ReactNode } from 'react'
import { href } from '../../href.ts'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { type Task, TaskList } from '../../ui/lists/task-list.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { sayDay } from '../../ui/time/say-time.ts'
import type { AwarenessTodayData } from './read-awareness-today.server.ts'

/** Today for a coordinator: invitations to answer, areas with a rise, and hotspots without recent work. */
export function AwarenessToday({ today, now }: { today: AwarenessTodayData; now: string }) {
  return (
    <>
      <Waiting today={today} now={now} />
      <Listed heading={`What changed${today.newest ? `: ${today.newest}` : ''}`} empty={whyNoChange(today)}>
        {today.changes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Listed>
      <Listed heading="Emerging areas">
        {today.emerging.map(({ cell, text }) => (
          <li key={cell}>
            {text}
            <br />
            <TextLink href={href('/awareness/new', { cell })} about={`in ${text}`}>
              Plan awareness work here
            </TextLink>
          </li>
        ))}
      </Listed>
      <Listed heading="Hotspots without awareness work for six months">
        {today.quiet.map(({ cell, wards }) => (
          <li key={cell}>
            <TextLink href={href('/awareness/new', { cell })}>Plan awareness work in {wards.join(', ')}</TextLink>
          </li>
        ))}
      </Listed>
    </>
  )
}

function whyNoChange({ newest, previous }: AwarenessTodayData): string {
  if (!newest) return 'No release of the map has been published yet.'
  if (!previous) return 'This is the first release, so there is nothing to compare it with yet.'
  return `Of the areas in both releases, none changed by 10 incidents or more and by half since ${previous}.`
}

function Listed({ heading, empty, children }: { heading: string; empty?: string; children: ReactNode[] }) {
  if (children.length === 0 && !empty) return null
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      {children.length > 0 ? (
        <ul className="govuk-list govuk-list--spaced">{children}</ul>
      ) : (
        <EmptyState why={empty ?? ''} />
      )}
    </>
  )
}

function Waiting({ today, now }: { today: AwarenessTodayData; now: string }) {
  const tasks = [...today.toRecord.map((each) => recordTask(each, now)), ...today.decisions, ...answers(today, now)]
  if (tasks.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">Waiting for you</h2>
      <TaskList label="Waiting for you" tasks={tasks} />
    </>
  )
}

function recordTask({ eventId, title, heldOn }: AwarenessTodayData['toRecord'][number], now: string): Task {
  return {
    taskId: eventId,
    title,
    href: href('/awareness/:eventId', { eventId }),
    why: `Planned for ${sayDay(heldOn, now)}: how did it go?`,
    action: { label: 'Record how it went', href: href('/awareness/:eventId/hold', { eventId }) },
  }
}

function answers({ unanswered }: AwarenessTodayData, now: string): Task[] {
  return unanswered.map(({ eventId, title, heldOn, agencyName, state }) => ({
    taskId: `${eventId} ${agencyName}`,
    title,
    href: href('/awareness/:eventId', { eventId }),
    why:
      state === 'invited'
        ? `${agencyName} has not answered yet. It is planned for ${sayDay(heldOn, now)}.`
        : `${agencyName} cannot take part. It is planned for ${sayDay(heldOn, now)}.`,
  }))
}
