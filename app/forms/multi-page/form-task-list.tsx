import { Link } from '@remix-run/react'
import { Tag, type TagColour } from '../../ui/tag.tsx'
import { type ListedPage, PAGE_STATUSES, type PageStatus } from './form-page.ts'

interface FormTaskListProps {
  pages: readonly ListedPage[]
  hrefOf: (page: string) => string
}

/** The pages of a form with their status, as the task list of the GOV.UK Design System. */
export function FormTaskList({ pages, hrefOf }: FormTaskListProps) {
  const completed = pages.filter(({ status }) => status === 'completed').length
  return (
    <>
      <p className="govuk-body">
        {completed} of {pages.length} sections completed.
      </p>
      <ul className="govuk-task-list">
        {pages.map((page) => (
          <PageItem key={page.id} page={page} href={page.status === 'cannot-start' ? null : hrefOf(page.id)} />
        ))}
      </ul>
    </>
  )
}

function PageItem({ page: { id, title, hint, status }, href }: { page: ListedPage; href: string | null }) {
  const [hintId, statusId] = [`${id}-hint`, `${id}-status`]
  return (
    <li className={href ? 'govuk-task-list__item govuk-task-list__item--with-link' : 'govuk-task-list__item'}>
      <div className="govuk-task-list__name-and-hint">
        {href ? (
          <Link
            to={href}
            className="govuk-link govuk-task-list__link"
            aria-describedby={hint ? `${hintId} ${statusId}` : statusId}
          >
            {title}
          </Link>
        ) : (
          <div>{title}</div>
        )}
        {hint ? (
          <div id={hintId} className="govuk-task-list__hint">
            {hint}
          </div>
        ) : null}
      </div>
      <Status id={statusId} status={status} />
    </li>
  )
}

const COLOURS: Partial<Record<PageStatus, TagColour>> = { 'in-progress': 'yellow', 'not-started': 'blue' }

/** Only pages that the person can complete now get a coloured tag. */
function Status({ id, status }: { id: string; status: PageStatus }) {
  const colour = COLOURS[status]
  const { words } = PAGE_STATUSES[status]
  const grey = status === 'cannot-start' ? ' govuk-task-list__status--cannot-start-yet' : ''
  return (
    <div id={id} className={`govuk-task-list__status${grey}`}>
      {colour ? <Tag colour={colour}>{words}</Tag> : words}
    </div>
  )
}
