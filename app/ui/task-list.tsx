import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ClockStatus } from './tag.tsx'
import { StatusTag } from './tag.tsx'

export interface Task {
  taskId: string
  /** Verb first, then the client: "Call Amara Diallo". */
  title: string
  /** Where the title leads, usually the case. */
  href?: string
  /** Why it is due: "First contact ends tonight: received Friday 16:45". */
  why: ReactNode
  status?: ClockStatus
  /** The one obvious next step. */
  action?: { label: string; href: string }
}

/** A task whose words are made where the data is read, so that no browser has to carry them. */
export type SaidTask = Task & { why: string }

/** Things to do, one line each: what, whom, why, and one button. `label` names the list for screen readers. */
export function TaskList({ label, tasks }: { label: string; tasks: readonly Task[] }) {
  return (
    <ul className="accord-tasks" aria-label={label}>
      {tasks.map((task) => (
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
