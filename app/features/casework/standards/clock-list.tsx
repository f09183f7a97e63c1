import { href } from '../../../href.ts'
import { Details } from '../../../ui/details.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import type { ClockAction } from './clock-actions.server.ts'
import type { ShownClock } from './shown-clock.ts'

export type ActionableClock = ShownClock & { actions: readonly ClockAction[] }

interface ClockListProps {
  caseId: string
  clocks: readonly ActionableClock[]
}

/** The service standards of a case, each with the reason for its date. */
export function ClockList({ caseId, clocks }: ClockListProps) {
  return (
    <section aria-labelledby="clocks">
      <h2 className="govuk-heading-m" id="clocks">
        Service standards
      </h2>
      <ul className="govuk-list accord-clocks">
        {clocks.map((clock) => (
          <li key={clock.clockId} className="accord-clock">
            <p className="govuk-body">
              <StatusTag status={clock.status} /> <strong>{clock.title}</strong>
              <br />
              {clock.line}
            </p>
            {clock.lateReason ? <p className="govuk-body-s">Why it was late: {clock.lateReason}</p> : null}
            <WhyThisDate clock={clock} />
            <ClockActions caseId={caseId} clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function WhyThisDate({ clock: { clause, why, wording } }: { clock: ShownClock }) {
  return (
    <Details summary={why ? 'Why this date' : 'What the standard says'}>
      {why ? <p className="govuk-body-s">{why}</p> : null}
      <p className="govuk-body-s">
        {clause}: “{wording}”
      </p>
    </Details>
  )
}

function ClockActions({ caseId, clock }: Omit<ClockListProps, 'clocks'> & { clock: ActionableClock }) {
  const { clockId, lateReason, title, actions } = clock
  return (
    <ul className="govuk-list accord-no-print">
      {actions.includes('defer-contact') ? (
        <li>
          <TextLink href={href('/cases/:caseId/contacts/defer', { caseId })}>The client asked for a later day</TextLink>
        </li>
      ) : null}
      {actions.includes('explain-lateness') ? (
        <li>
          <TextLink href={href('/cases/:caseId/standards/:clockId/late', { caseId, clockId })} about={`: ${title}`}>
            {lateReason ? 'Change the reason' : 'Say why it is late'}
          </TextLink>
        </li>
      ) : null}
      {actions.includes('except') ? (
        <li>
          <TextLink
            href={href('/cases/:caseId/standards/:clockId/exception', { caseId, clockId })}
            about={`: ${title}`}
          >
            Record an exception
          </TextLink>
        </li>
      ) : null}
    </ul>
  )
}
