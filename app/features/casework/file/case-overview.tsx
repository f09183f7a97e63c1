import type { RiskLevel } from '../../../domain/risk/risk-level.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { SideBySide } from '../../../ui/layout/side-by-side.tsx'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'
import { type SaidTask, TaskList } from '../../../ui/lists/task-list.tsx'
import { RiskTag } from '../../../ui/risk-tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Instant } from '../../../ui/time/time.tsx'
import type { NextStep } from '../progress/casework-step.ts'
import { type ActionableClock, ClockList } from '../standards/clock-list.tsx'
import type { CaseAction } from './case-actions.server.ts'
import { ClientCard, type ReachableClient } from './client-card.tsx'
import { ReportLetterLink } from './report-letter-link.tsx'
import { whySerious } from './why-serious.ts'

interface OverviewCase {
  caseId: string
  client: ReachableClient
  wishes: string
  work: {
    risk: { level: RiskLevel; provisional: boolean; again: string }
    agreedContact: string
    alternativeLeft: boolean
  }
  contactability: string
  serious: boolean
  seriousReason: string
  receivedAt: Date
  worker: { name: string } | null
  alternative: { name: string } | null
  clocks: ActionableClock[]
  actions: readonly CaseAction[]
}

interface CaseOverviewProps {
  view: OverviewCase
  account: string
  nextStep: NextStep | null
  /** Referrals the client agreed to that are not sent yet. */
  tasks: readonly SaidTask[]
  now: Date
}

/** The first page of a case: who the client is, what they asked for, and the next step. */
export function CaseOverview({ view, account, nextStep, tasks, now }: CaseOverviewProps) {
  return (
    <>
      {nextStep ? <NextStepBox step={nextStep} /> : null}
      {tasks.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Agreed, not sent yet</h2>
          <TaskList label="Agreed, not sent yet" tasks={tasks} />
        </>
      ) : null}
      <SideBySide
        main={<ClientAndCase view={view} account={account} now={now} />}
        side={
          <>
            <ClockList caseId={view.caseId} clocks={view.clocks} />
            <CaseActionLinks view={view} />
            {view.contactability === 'possible' ? <ReportLetterLink caseId={view.caseId} /> : null}
          </>
        }
      />
    </>
  )
}

function NextStepBox({ step }: { step: NextStep }) {
  return (
    <div className="accord-next accord-no-print">
      <p className="govuk-body">{step.why}</p>
      <ButtonLink href={step.href}>{step.label}</ButtonLink>
    </div>
  )
}

function ClientAndCase({ view, account, now }: { view: OverviewCase; account: string; now: Date }) {
  const { wishes, work, worker, alternative, receivedAt, caseId } = view
  return (
    <>
      <p className="govuk-body">
        Risk: <RiskTag level={work.risk.level} provisional={work.risk.provisional} /> {work.risk.again}
      </p>
      {work.alternativeLeft ? (
        <InsetText>
          The alternative contact has left.{' '}
          <TextLink href={href('/cases/:caseId/alternative-contact', { caseId })}>
            Give the client another name to ask for
          </TextLink>
        </InsetText>
      ) : null}
      {view.contactability === 'possible' ? <ClientCard client={view.client} /> : <NotPossible view={view} />}
      <h2 className="govuk-heading-s">What the client would like to happen</h2>
      {wishes ? <p className="govuk-body accord-own-words">{wishes}</p> : <p className="govuk-body">Not asked yet.</p>}
      <h2 className="govuk-heading-s">What happened</h2>
      <p className="govuk-body accord-own-words">{account}</p>
      <SummaryList
        rows={[
          { key: 'Received', value: <Instant at={receivedAt} now={now} /> },
          ...whySerious(view),
          { key: 'Case worker', value: worker?.name ?? 'No one yet' },
          { key: 'Alternative contact', value: alternative?.name ?? 'Not named yet' },
          { key: 'Agreed contact', value: work.agreedContact || 'Not agreed yet' },
        ]}
      />
    </>
  )
}

function NotPossible({ view }: { view: OverviewCase }) {
  const why =
    view.contactability === 'anonymous'
      ? 'The report is anonymous, so no contact with the client is due.'
      : 'The client does not know about this report, and a call could put them in danger. No contact is due.'
  return (
    <InsetText>
      <strong>Contact not possible.</strong> {why}{' '}
      <TextLink href={href('/cases/:caseId/edit', { caseId: view.caseId })}>
        If this changes, add how to reach the client
      </TextLink>
    </InsetText>
  )
}

function CaseActionLinks({ view }: { view: OverviewCase }) {
  return (
    <nav aria-label="What you can do with this case" className="accord-no-print">
      <ul className="govuk-list">
        {linksOf(view).map((link) => (
          <li key={link.href}>
            <TextLink href={link.href}>{link.label}</TextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function linksOf({ caseId, worker, actions }: OverviewCase): { href: string; label: string }[] {
  const allocation = {
    href: href('/cases/:caseId/allocate', { caseId }),
    label: worker ? 'Allocate to someone else' : 'Allocate',
  }
  const links: Record<CaseAction, { href: string; label: string }> = {
    'record-contact': { href: href('/cases/:caseId/contacts/new', { caseId }), label: 'Record a contact' },
    refer: { href: href('/cases/:caseId/refer', { caseId }), label: 'Refer to another agency' },
    'add-incident': { href: href('/cases/:caseId/incidents/new', { caseId }), label: 'Add a further incident' },
    'change-details': { href: href('/cases/:caseId/edit', { caseId }), label: 'Change details' },
    allocate: allocation,
    take: allocation,
    'name-alternative-contact': {
      href: href('/cases/:caseId/alternative-contact', { caseId }),
      label: 'Name an alternative contact',
    },
    'raise-seriousness': { href: href('/cases/:caseId/serious', { caseId }), label: 'Mark as serious' },
    'lower-seriousness': { href: href('/cases/:caseId/not-serious', { caseId }), label: 'Remove the “serious” mark' },
  }
  // Allocating includes taking the case oneself, so “take” is offered only without it.
  return actions.filter((action) => action !== 'take' || !actions.includes('allocate')).map((action) => links[action])
}
