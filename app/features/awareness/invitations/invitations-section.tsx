import { href } from '../../../href.ts'
import { type Task, TaskList } from '../../../ui/lists/task-list.tsx'
import { Day } from '../../../ui/time/time.tsx'
import type { InvitationWaiting } from './read-invitations.server.ts'

/** Invitations the agency has not answered. Renders nothing if there are none. */
export function InvitationsSection({ invitations, now }: { invitations: InvitationWaiting[]; now: string }) {
  if (invitations.length === 0) return null
  const tasks = invitations.map(
    ({ eventId, title, heldOn, venue, agencyName }): Task => ({
      taskId: eventId,
      title,
      href: href('/awareness/:eventId', { eventId }),
      why: (
        <>
          {agencyName} asks whether you take part: <Day on={heldOn} now={now} />, {venue}
        </>
      ),
      action: { label: 'Answer', href: href('/awareness/:eventId/answer', { eventId }) },
    }),
  )
  return (
    <>
      <h2 className="govuk-heading-m">Invitations to awareness work</h2>
      <TaskList label="Invitations to awareness work" tasks={tasks} />
    </>
  )
}
