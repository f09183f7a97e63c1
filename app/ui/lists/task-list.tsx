import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ShownClockStatus } from '../tag.tsx'
import { StatusTag } from '../tag.tsx'
import { ViolenceTag } from '../violence-tag.tsx'

export interface Task {
  taskId: string
  /** Verb first, then the client: "Call Amara Diallo". */
  title: string
  /** Where the title leads, usually the case. */
  href?: string
  /** Why it is due: "First contact ends tonight: received Friday 16:45". */
  why: ReactNode
  status?: ShownClockStatus
  /** Violence or threat of violence: such tasks come first, with the safe hours beside the tag. */
  violence?: { safeTimes: string | null } | null
  /** The one obvious next step. */
  action?: { label: string; href: string }
}

/** A task whose words are made where the data is read, so that no browser has to carry them. */
export type SaidTask = Task & { why: string }

/** A task about one client among several: it always says whether there was violence or its threat. */
export type ClientTask = SaidTask & Required<Pick<Task, 'violence'>>

/** Things to do, one line each: what, whom, why, and one button. `label` names the list for screen readers. */
export function TaskList({ label, tasks }: { label: string; tasks: readonly Task[] }) {
  const urgentFirst = [...tasks].sort((one, other) => Number(!one.violence) - Number(!other.violence))
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
