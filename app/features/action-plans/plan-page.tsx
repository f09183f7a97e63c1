import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'
import { WarningText } from '../../ui/warning-text.tsx'
import { PlanColumns } from './plan-columns.tsx'
import type { readPlanPage } from './read-plan-page.server.ts'
import { SignatureList } from './signature-list.tsx'
import { Fingerprint, VersionList } from './version-list.tsx'

export type PlanPageData = Awaited<ReturnType<typeof readPlanPage>>

interface PlanPageProps {
  caseId: string
  plan: PlanPageData
  now: string
  mayChange: boolean
}

/** What is next, then the version in force, who signed it, and all versions. */
export function PlanPage({ caseId, plan, now, mayChange }: PlanPageProps) {
  const { version, versions } = plan
  return (
    <>
      <Alerts plan={plan} />
      {version === null ? (
        <p className="govuk-body">
          There is no action plan yet. Write down with the client who does what, by when and why. Then both of you sign
          it.
        </p>
      ) : null}
      <NextOfPlan caseId={caseId} plan={plan} now={now} mayChange={mayChange} />
      {version ? (
        <>
          <h2 className="govuk-heading-m">
            {plan.isDraft ? 'Draft' : 'Agreed plan'}, version {version.version}
          </h2>
          {version.agreedAt ? (
            <p className="govuk-body">
              Agreed <Instant at={version.agreedAt} now={now} />. {version.agreedHow}.
            </p>
          ) : null}
          <PlanColumns
            plan={version}
            now={now}
            actionHref={
              mayChange && !plan.isDraft
                ? (actionId) => href('/cases/:caseId/plan/actions/:actionId', { caseId, actionId })
                : undefined
            }
          />
          <h2 className="govuk-heading-m">Signatures</h2>
          <SignatureList signatures={version.signatures} now={now} />
          {plan.isDraft ? null : <Fingerprint of={version.fingerprint} />}
          <h2 className="govuk-heading-m">Versions</h2>
          <VersionList caseId={caseId} versions={versions} now={now} />
        </>
      ) : null}
    </>
  )
}

function Alerts({ plan: { alerts } }: { plan: PlanPageData }) {
  return alerts.map(({ alert, label, href: alertHref }) => (
    <WarningText key={alert}>
      {label}. {alertHref ? <TextLink href={alertHref}>Choose someone</TextLink> : 'Open an action to choose someone.'}
    </WarningText>
  ))
}

function NextOfPlan({ caseId, plan, now, mayChange }: PlanPageProps) {
  const { draft, gaps, signedBy, next, nextContact, version } = plan
  if (!mayChange) return null
  return (
    <>
      {draft ? (
        <InsetText>
          Version {draft.version} is a draft. Version {version?.version} stays in force until both sides have signed the
          new one.
        </InsetText>
      ) : null}
      {gaps.length > 0 ? <GapList gaps={gaps} /> : null}
      {signedBy.length === 1 ? (
        <p className="govuk-body">{signedBy[0]} has answered the draft. The other signature is missing.</p>
      ) : null}
      <Acknowledgement plan={plan} now={now} />
      {nextContact ? (
        <p className="govuk-body">
          Next contact as agreed: by <Day on={nextContact.dueOn} now={now} />.{' '}
          {nextContact.isOverdue ? <Tag colour="red">Overdue</Tag> : null}
          {nextContact.isToday ? <Tag colour="orange">Due today</Tag> : null}{' '}
          {nextContact.isOverdue ? (
            <TextLink href={href('/cases/:caseId/contacts/new', { caseId })}>Record a contact</TextLink>
          ) : (
            <TextLink href={href('/cases/:caseId/contacts/defer', { caseId })}>
              Record that the client asked for a later day
            </TextLink>
          )}
        </p>
      ) : null}
      {next ? <ButtonLink href={next.href}>{next.label}</ButtonLink> : null}
      {version ? (
        <p className="govuk-body">
          <TextLink href={href('/cases/:caseId/plan/edit', { caseId })}>Change the plan</TextLink>
        </p>
      ) : null}
    </>
  )
}

export function GapList({ gaps }: { gaps: readonly string[] }) {
  return (
    <>
      <p className="govuk-body">Before the plan can be signed:</p>
      <ul className="govuk-list govuk-list--bullet">
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </>
  )
}

function Acknowledgement({ plan: { acknowledgement }, now }: Pick<PlanPageProps, 'plan' | 'now'>) {
  if (!acknowledgement) return null
  const { dueOn, sendBy, isOverdue } = acknowledgement
  return (
    <p className="govuk-body">
      Send the client the acknowledgement by <Day on={dueOn} now={now} />.{' '}
      {sendBy === dueOn ? null : (
        <>
          The last working day before is <Day on={sendBy} now={now} />.{' '}
        </>
      )}
      {isOverdue ? <Tag colour="red">Overdue</Tag> : null}
    </p>
  )
}
