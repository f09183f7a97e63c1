import { Link } from '@remix-run/react'
import { SummaryList, type SummaryRow } from '../../ui/lists/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Day } from '../../ui/time/time.tsx'
import type { ShownAction, ShownPlan } from './shown-plan.ts'

interface PlanColumnsProps {
  plan: ShownPlan
  now: string
  /** The address where an open action is followed up; without it no action is a link. */
  actionHref?: (actionId: string) => string
}

/** A plan in words for the client beside the worker: "we" is the agency, "you" is the client. */
export function PlanColumns({ plan, now, actionHref }: PlanColumnsProps) {
  const { ours, theirs, noClientActions } = plan
  return (
    <>
      <AgreedContactFacts plan={plan} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-half">
          <h2 className="govuk-heading-m">What we do</h2>
          <ActionList actions={ours} now={now} actionHref={actionHref} empty="No action of ours yet." />
        </div>
        <div className="govuk-grid-column-one-half">
          <h2 className="govuk-heading-m">What you do</h2>
          <ActionList actions={theirs} now={now} actionHref={actionHref} empty={noClientActions} />
        </div>
      </div>
    </>
  )
}

function AgreedContactFacts({ plan: { contact, alternative } }: { plan: ShownPlan }) {
  const rows: SummaryRow[] = [
    {
      key: 'Agreed contact',
      value: contact ? (
        <>
          {contact.by} contacts you {contact.frequency}. {contact.channel}.
          {contact.reason ? ` Why not more often: ${contact.reason}` : ''}
        </>
      ) : (
        'Not agreed yet'
      ),
    },
    {
      key: 'Alternative contact',
      value: alternative ? `${alternative.name}${alternative.phone ? `, ${alternative.phone}` : ''}` : 'Not named yet',
    },
  ]
  return <SummaryList rows={rows} />
}

interface ActionListProps extends Pick<PlanColumnsProps, 'now' | 'actionHref'> {
  actions: readonly ShownAction[]
  empty: string
}

function ActionList({ actions, now, actionHref, empty }: ActionListProps) {
  if (actions.length === 0) return <p className="govuk-body">{empty}</p>
  return (
    <ul className="govuk-list govuk-list--spaced">
      {actions.map((action) => (
        <li key={action.actionId}>
          <strong>
            {actionHref && action.state === 'open' ? (
              <Link to={actionHref(action.actionId)} className="govuk-link">
                {action.what}
              </Link>
            ) : (
              action.what
            )}
          </strong>
          {action.status ? (
            <>
              {' '}
              <Tag colour={action.status.colour}>{action.status.word}</Tag>
            </>
          ) : null}
          <br />
          By <Day on={action.dueOn} now={now} />
          {action.who ? `. ${action.who}` : ''}
          <br />
          <span className="govuk-hint">Why: {action.why}</span>
          {action.note ? (
            <>
              <br />
              <span className="govuk-hint">{action.note}</span>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
