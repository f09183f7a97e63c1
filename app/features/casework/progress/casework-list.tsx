import { Link } from '@remix-run/react'
import { Tag, type TagColour } from '../../../ui/tag.tsx'

/** One noun of casework. Its words are written on the server, so that no browser loads the code that writes them. */
export interface CaseworkRow {
  id: string
  label: string
  /** The state in words. A colour only where there is work to do. */
  state: string
  colour: TagColour | null
  why: string
  href: string | null
}

/** The work on a case as the task list of the GOV.UK Design System, in the order of the standard. */
export function CaseworkList({ rows }: { rows: readonly CaseworkRow[] }) {
  return (
    <ul className="govuk-task-list">
      {rows.map((row) => (
        <RowItem key={row.id} row={row} />
      ))}
    </ul>
  )
}

function RowItem({ row: { id, label, state, colour, why, href } }: { row: CaseworkRow }) {
  const [whyId, stateId] = [`${id}-why`, `${id}-state`]
  return (
    <li className={href ? 'govuk-task-list__item govuk-task-list__item--with-link' : 'govuk-task-list__item'}>
      <div className="govuk-task-list__name-and-hint">
        {href ? (
          <Link to={href} className="govuk-link govuk-task-list__link" aria-describedby={`${whyId} ${stateId}`}>
            {label}
          </Link>
        ) : (
          <div>{label}</div>
        )}
        <div id={whyId} className="govuk-task-list__hint">
          {why}
        </div>
      </div>
      <div id={stateId} className="govuk-task-list__status">
        {colour ? <Tag colour={colour}>{state}</Tag> : state}
      </div>
    </li>
  )
}
