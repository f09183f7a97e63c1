import { href } from '../../../href.ts'
import { type ClientTask, TaskList } from '../../../ui/lists/task-list.tsx'
import { TextLink } from '../../../ui/text-link.tsx'

export interface CaseworkTasks {
  tasks: ClientTask[]
  /** How many more there are. */
  more: number
}

/** What casework asks now: agreed contacts, interviews, plans and measures. Short, unless everything is wanted. */
export function CaseworkSection({ tasks, more }: CaseworkTasks) {
  if (tasks.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m" id="casework">
        Casework to do now
      </h2>
      <TaskList label="Casework to do now" tasks={tasks} />
      {more > 0 ? (
        <p className="govuk-body">
          <TextLink href={`${href('/today', { show: 'everything' })}#casework`}>Show everything ({more} more)</TextLink>
        </p>
      ) : null}
    </>
  )
}
