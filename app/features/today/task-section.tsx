import { type Task, TaskList } from '../../ui/lists/task-list.tsx'

export function TaskSection({ heading, tasks }: { heading: string; tasks: readonly Task[] }) {
  if (tasks.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <TaskList label={heading} tasks={tasks} />
    </>
  )
}
