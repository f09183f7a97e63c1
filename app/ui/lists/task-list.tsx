import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ShownClockStatus } from '../tag.tsx'
import { StatusTag } from '../tag.tsx'
import { ViolenceTag } from '../violence-tag.tsx'

export interface Task {
  taskId: string
  /** The verb first, then the client: "Call Amara Diallo". */
  title: string
  /** The address of the title's link, usually the case. */
  href?: string
  /** Why the task is due: "First contact ends tonight: received Friday 16:45". */
  why: ReactNode
  status?: ShownClockStatus
  /** Set for violence or threat of violence. Such tasks come first and show the safe times. */
  violence?: { safeTimes: string | null } | null
  /** The next step. */
  action?: { label: string; href: string }
}

/** A task whose words are written on the server, so that no browser loads the code that writes them. */
export type SaidTask = Task & { why: string }

/** A task about one of several clients. It must say whether there was violence or threat of violence. */
export type ClientTask = SaidTask & Required<Pick<Task, 'violence'>>

/** Tasks with a title, a reason and one button each. `label` names the list for screen readers. */
export function TaskList({ label, tasks }: { label: string; tasks: readonly Task[] }) {
  const urgentFirst = [...tasks].sort((a, b) => Number(!a.violence) - Number(!b.violence))
  return (
    <ul className="accord-tasks" aria-label={label}>
      {urgentFirst.map((task) => (
        <li key={task.taskId} className="accord-task">
          <div className="accord-task__what">
            <p className="accord-task__title">
              {task.href ? (
                <Link to={task.href} className="govuk-link govuk-link--no-visited-state">
                  {task.title}
                </Link>
              ) : (
                task.title
              )}
            </p>
            <p className="accord-task__why">
              {task.violence ? (
                <>
                  <ViolenceTag serious safeTimes={task.violence.safeTimes} />{' '}
                </>
              ) : null}
              {task.status ? (
                <>
                  <StatusTag status={task.status} />{' '}
                </>
              ) : null}
              {task.why}
            </p>
          </div>
          {task.action ? (
            <Link to={task.action.href} className="govuk-button govuk-button--secondary accord-task__action">
              {task.action.label}
              <span className="govuk-visually-hidden">: {task.title}</span>
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
