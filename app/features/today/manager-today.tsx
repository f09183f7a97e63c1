import { DEADLINE_RESULTS, type DeadlineResult } from '../../domain/standards/deadline-result.ts'
import { findTimedClause, getStandard } from '../../domain/standards/service-standard.ts'
import { href } from '../../href.ts'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { Table } from '../../ui/lists/table.tsx'
import { type ClientTask, type SaidTask, type Task, TaskList } from '../../ui/lists/task-list.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { sayInstant } from '../../ui/time/say-time.ts'
import { Instant } from '../../ui/time/time.tsx'
import { ViolenceTag } from '../../ui/violence-tag.tsx'
import { CaseworkSection, type CaseworkTasks } from './casework/casework-section.tsx'
import { InboxLine, PRESSING } from './casework-today.tsx'
import { taskOf } from './due-tasks.tsx'
import type { Due } from './read-due.server.ts'
import type { UndecidedRequest } from './read-sharing-requests.server.ts'
import type { Unclocked } from './read-unclocked.server.ts'
import type { ReceivedInProgress } from './read-waiting.server.ts'
import type { Kept } from './read-week.server.ts'
import { TaskSection } from './task-section.tsx'
import { WaitingSection } from './waiting-section.tsx'

interface ManagerTodayProps {
  unallocated: Due[]
  atRisk: Due[]
  casework: CaseworkTasks
  decisions: ClientTask[]
  week: Kept[]
  news: ClientTask[]
  inbox: { toAnswer: number; late: number }
  inNobodysHands: ReceivedInProgress[]
  unclocked: Unclocked[]
  authorised: ClientTask[]
  requests: UndecidedRequest[]
  unhelped: ClientTask[]
  /** Clients to stop contacting after a referral was withdrawn, until the agency confirms it. */
  stopped: SaidTask[]
  unsent: ClientTask[]
  now: string
}

/** A manager's tasks: cases without a case worker, deadlines at risk, and decisions only a manager can make. */
export function ManagerToday(props: ManagerTodayProps) {
  const {
    unallocated,
    atRisk,
    casework,
    decisions,
    week,
    news,
    inbox,
    inNobodysHands,
    unclocked,
    authorised,
    requests,
    unhelped,
    stopped,
    unsent,
    now,
  } = props
  const pressing = atRisk.filter(({ status }) => PRESSING.includes(status))
  const soon = atRisk.filter(({ status }) => !PRESSING.includes(status))
  return (
    <>
      <TaskSection heading="Stop contact" tasks={stopped} />
      <DecisionsToMake tasks={decisions} />
      <TaskSection heading="Authorised to share without consent" tasks={authorised} />
      <TaskSection heading="Agreed, not sent yet" tasks={unsent} />
      <h2 className="govuk-heading-m">Cases without a case worker</h2>
      {unallocated.length + unclocked.length > 0 ? (
        <>
          <TaskList
            label="Unallocated cases"
            tasks={[...onePerCase(unallocated).map(allocationOf), ...unclocked.map((each) => unclockedTask(each, now))]}
          />
          <p className="govuk-body">
            <TextLink href={href('/cases', { queue: 'unallocated' })}>See the list of unallocated cases</TextLink>
          </p>
        </>
      ) : (
        <EmptyState why="Every open case has a case worker." />
      )}
      <ReferralsWithoutWorker referrals={inNobodysHands} now={now} />
      <h2 className="govuk-heading-m">Overdue and due today</h2>
      {pressing.length > 0 ? (
        <TaskList label="Overdue and due today" tasks={pressing.map((due) => taskOf(due, { withWorker: true }))} />
      ) : (
        <EmptyState why="Nothing in your agency is overdue or due today." />
      )}
      <CaseworkSection {...casework} />
      <TaskSection heading="Due on the next working day" tasks={soon.map((due) => taskOf(due, { withWorker: true }))} />
      <InboxLine {...inbox} />
      <TaskSection heading="News to pass on to clients" tasks={news} />
      <TaskSection heading="Referrals that another agency declined" tasks={unhelped} />
      <WaitingSection waiting={[]} requests={requests} now={now} />
      <Week week={week} />
    </>
  )
}

function ReferralsWithoutWorker({ referrals, now }: { referrals: ReceivedInProgress[]; now: string }) {
  if (referrals.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">Referrals without a case worker</h2>
      <ul className="govuk-list govuk-list--spaced">
        {referrals.map(({ referralId, reference, fromName, violence, dueAt }) => (
          <li key={referralId}>
            <TextLink href={href('/inbox/:referralId/hand-over', { referralId })}>
              Choose a case worker for {reference} from {fromName}
            </TextLink>{' '}
            <ViolenceTag serious={violence !== null} safeTimes={violence?.safeTimes} />
            <br />
            Next step <Instant at={dueAt} now={now} />
          </li>
        ))}
      </ul>
    </>
  )
}

function unclockedTask({ caseId, reference, clientName, violence, receivedAt }: Unclocked, now: string): Task {
  return {
    taskId: caseId,
    violence,
    title: clientName || `Name not given, ${reference}`,
    href: href('/cases/:caseId', { caseId }),
    why: `No case worker yet. No deadline is near. Received ${sayInstant(receivedAt, now)}.`,
    action: { label: 'Allocate', href: href('/cases/:caseId/allocate', { caseId }) },
  }
}

function onePerCase(due: Due[]): Due[] {
  return due.filter((each, at) => due.findIndex(({ caseId }) => caseId === each.caseId) === at)
}

function allocationOf(due: Due) {
  return {
    ...taskOf(due, { withWorker: true }),
    action: { label: 'Allocate', href: href('/cases/:caseId/allocate', { caseId: due.caseId }) },
  }
}

function DecisionsToMake({ tasks }: { tasks: ClientTask[] }) {
  if (tasks.length === 0) return null
  return (
    <>
      <TaskSection heading="Decisions waiting for you" tasks={tasks} />
      <p className="govuk-body">
        <TextLink href={href('/decisions')}>See the queue of decisions</TextLink>
      </p>
    </>
  )
}

function Week({ week }: { week: Kept[] }) {
  if (week.length === 0) return null
  return (
    <Table
      caption="Cases with deadlines in the last seven days"
      stacks={false}
      rows={week}
      rowKey={({ clause }) => clause}
      columns={[
        { key: 'clause', header: 'Standard', rowHeading: true, cell: ({ clause }) => titleOf(clause) },
        { key: 'kept', header: 'Kept', numeric: true, cell: (row) => <CasesLink row={row} result="kept" /> },
        { key: 'late', header: 'Kept late', numeric: true, cell: (row) => <CasesLink row={row} result="late" /> },
        {
          key: 'overdue',
          header: 'Overdue',
          numeric: true,
          cell: (row) => <CasesLink row={row} result="overdue" />,
        },
      ]}
    />
  )
}

function CasesLink({ row, result }: { row: Kept; result: DeadlineResult }) {
  if (row[result] === 0) return 0
  const about = `${titleOf(row.clause)}, ${DEADLINE_RESULTS[result].label}`
  return (
    <TextLink href={href('/cases', { deadline: `${row.clause}.${result}` })} about={about}>
      {row[result]}
    </TextLink>
  )
}

function titleOf(clause: Kept['clause']): string {
  const known = findTimedClause(clause)
  return known ? `${clause} ${getStandard(known).title}` : clause
}
