import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { type ClientTask, type SaidTask, TaskList } from '../../ui/lists/task-list.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { londonDay, sayDay } from '../../ui/time/say-time.ts'
import { Instant } from '../../ui/time/time.tsx'
import { CaseworkSection, type CaseworkTasks } from './casework/casework-section.tsx'
import { taskOf } from './due-tasks.tsx'
import type { Due } from './read-due.server.ts'
import type { OwnSentReferral } from './read-sent-by-me.server.ts'
import type { UndecidedRequest } from './read-sharing-requests.server.ts'
import type { ReceivedInProgress } from './read-waiting.server.ts'
import { TaskSection } from './task-section.tsx'
import { WaitingSection } from './waiting-section.tsx'

export const PRESSING = ['overdue', 'due-today']

interface CaseworkTodayProps {
  due: Due[]
  casework: CaseworkTasks
  waiting: OwnSentReferral[]
  news: ClientTask[]
  inbox: { toAnswer: number; late: number }
  draftSavedAt: string | null
  inMyHands: ReceivedInProgress[]
  questions: OwnSentReferral[]
  /** Sharing that was authorised without consent and not done yet. */
  authorised: ClientTask[]
  requests: UndecidedRequest[]
  unhelped: ClientTask[]
  /** Clients to stop contacting after a referral was withdrawn, until the agency confirms it. */
  stopped: SaidTask[]
  unsent: ClientTask[]
  now: string
}

/** A case worker's tasks for today, for the next days, and what others owe them. */
export function CaseworkToday(props: CaseworkTodayProps) {
  const {
    due,
    casework,
    waiting,
    news,
    inbox,
    draftSavedAt,
    inMyHands,
    questions,
    authorised,
    requests,
    unhelped,
    stopped,
    unsent,
    now,
  } = props
  const pressing = due.filter(({ status }) => PRESSING.includes(status))
  const later = due.filter(({ status }) => !PRESSING.includes(status))
  return (
    <>
      {draftSavedAt ? (
        <InsetText>
          You have an unfinished report, saved <Instant at={draftSavedAt} now={now} />.{' '}
          <TextLink href={href('/reports/new')}>Continue the report</TextLink>
        </InsetText>
      ) : null}
      <TaskSection heading="Stop contact" tasks={stopped} />
      <h2 className="govuk-heading-m">Due today and overdue</h2>
      {pressing.length > 0 ? (
        <TaskList label="Due today and overdue" tasks={pressing.map((each) => taskOf(each, { withWorker: false }))} />
      ) : (
        <EmptyState why="You have no deadlines due today or overdue.">
          <ButtonLink href={href('/reports/new')}>Take a report</ButtonLink>
        </EmptyState>
      )}
      <CaseworkSection {...casework} />
      <TaskSection heading="Authorised to share without consent" tasks={authorised} />
      <TaskSection heading="Agreed, not sent yet" tasks={unsent} />
      <InboxLine {...inbox} />
      <ReceivedSection referrals={inMyHands} now={now} />
      <QuestionsSection questions={questions} now={now} />
      <TaskSection heading="News to pass on to clients" tasks={news} />
      <TaskSection heading="Referrals that another agency declined" tasks={unhelped} />
      <TaskSection heading="Next few days" tasks={later.map((each) => taskOf(each, { withWorker: false }))} />
      <WaitingSection waiting={waiting} requests={requests} now={now} />
    </>
  )
}

export function InboxLine({ toAnswer, late }: { toAnswer: number; late: number }) {
  if (toAnswer === 0) return null
  const many = (count: number) => (count > 100 ? 'more than 100' : String(count))
  return (
    <InsetText>
      Referrals waiting for your agency’s answer:{' '}
      <TextLink href={href('/inbox', { ours: 'yes' })}>{many(toAnswer)}</TextLink>
      {late > 0 ? (
        <>
          . Late: <TextLink href={href('/inbox', { ours: 'yes', overdue: 'yes' })}>{many(late)}</TextLink>
        </>
      ) : null}
      .
    </InsetText>
  )
}

/** Clients of other agencies whose next step was promised for today or earlier. */
function ReceivedSection({ referrals, now }: { referrals: ReceivedInProgress[]; now: string }) {
  return (
    <TaskSection
      heading="Referrals you are working on"
      tasks={referrals.map((each) => ({
        taskId: each.referralId,
        violence: each.violence,
        title: `Referral ${each.reference} from ${each.fromName}`,
        href: href('/inbox/:referralId', { referralId: each.referralId }),
        status: each.dueAt < now ? ('overdue' as const) : ('due-today' as const),
        why: 'The next step is due. This is a local target, not a deadline of the standard.',
        action: { label: 'Open the referral', href: href('/inbox/:referralId', { referralId: each.referralId }) },
      }))}
    />
  )
}

/** Questions from receiving agencies. Until we answer, no one helps the client. */
function QuestionsSection({ questions, now }: { questions: OwnSentReferral[]; now: string }) {
  return (
    <TaskSection
      heading="Questions to answer"
      tasks={questions.map(({ referralId, agencyName, clientName, violence, dueAt }) => ({
        taskId: referralId,
        violence,
        title: `Answer ${agencyName} about ${clientName}`,
        href: href('/sent/:referralId', { referralId }),
        why: `They need your answer to continue. Answer by ${sayDay(londonDay(dueAt), now)} (a local target).`,
        action: { label: 'Answer', href: href('/sent/:referralId/answer', { referralId }) },
      }))}
    />
  )
}
