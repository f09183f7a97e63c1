import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { RiskTag } from '../../ui/risk-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'
import type { RiskPart, ShownRisk } from './read-risk-page.server.ts'
import { RiskHistory } from './risk-history.tsx'

interface RiskPageProps {
  caseId: string
  part: RiskPart
  /** Whether a check with the client is possible at all. */
  possible: boolean
  now: string
}

/** The level of risk now with its reasons, what it brings, and all checks and changes. */
export function RiskPage({ caseId, part: { risk, history }, possible, now }: RiskPageProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Risk</h2>
      {risk ? <RiskNow caseId={caseId} risk={risk} now={now} /> : <NotChecked caseId={caseId} possible={possible} />}
      <NotValidated />
      {history.length > 0 ? <RiskHistory entries={history} now={now} /> : null}
    </>
  )
}

function NotValidated() {
  return (
    <p className="govuk-body-s">
      This risk check is not a validated instrument. It supports the judgement of the case worker and does not replace
      it.
    </p>
  )
}

function NotChecked({ caseId, possible }: { caseId: string; possible: boolean }) {
  if (!possible) return <EmptyState why="Contact with this client is not possible, so no risk check can be done." />
  return (
    <EmptyState why="The risk is not assessed yet. The client and you need a risk check before you can agree an action plan.">
      <ButtonLink href={href('/cases/:caseId/risk/new', { caseId })}>Check the risk</ButtonLink>
    </EmptyState>
  )
}

function RiskNow({ caseId, risk, now }: { caseId: string; risk: ShownRisk; now: string }) {
  const { level, provisional, reasons, factors, raisedBefore, waiting } = risk
  return (
    <>
      <RecheckNews risk={risk} now={now} />
      {waiting ? (
        <InsetText>
          {waiting.by} asked a manager to lower the level.{' '}
          <TextLink href={href('/decisions/:decisionId', { decisionId: waiting.decisionId })}>See the request</TextLink>
        </InsetText>
      ) : null}
      {raisedBefore ? (
        <InsetText>
          Before the newest check: {raisedBefore}. The newest check replaces it. If the reason still applies, raise the
          level again.
        </InsetText>
      ) : null}
      <SummaryList
        rows={[
          {
            key: 'Level',
            value: <RiskTag level={level} provisional={provisional} />,
            action: {
              label: 'Raise or lower',
              href: href('/cases/:caseId/risk/level', { caseId }),
              about: 'the level',
            },
          },
          { key: 'Why', value: <Lines lines={reasons} /> },
          { key: 'Main factors', value: factors.length > 0 ? <Lines lines={factors} /> : null },
          { key: 'Last checked', value: <Instant at={risk.checkedAt} now={now} /> },
        ]}
      />
      <WhatItBrings risk={risk} now={now} />
      <ButtonLink href={href('/cases/:caseId/risk/new', { caseId })}>Check the risk again</ButtonLink>
    </>
  )
}

function RecheckNews({ risk: { recheck }, now }: { risk: ShownRisk; now: string }) {
  if (!recheck.incidentSince) return null
  return (
    <InsetText>
      <strong>Check the risk again:</strong> a new incident was recorded on <Day on={recheck.on} now={now} />.
    </InsetText>
  )
}

function WhatItBrings({ risk: { recheck, contact, steps }, now }: { risk: ShownRisk; now: string }) {
  const isDue = recheck.isDue && !recheck.incidentSince
  return (
    <>
      <h3 className="govuk-heading-s">What to do at this level</h3>
      <SummaryList
        rows={[
          {
            key: 'Contact the client',
            value: (
              <>
                At least {contact.every}. Next by <Day on={contact.by} now={now} />.{' '}
                {contact.isDue ? <Tag colour="orange">Due</Tag> : null}
              </>
            ),
          },
          {
            key: 'Check the risk again',
            value: recheck.incidentSince ? (
              'Now, because of the new incident.'
            ) : (
              <>
                By <Day on={recheck.on} now={now} />, or after any new incident.{' '}
                {isDue ? <Tag colour="orange">Due</Tag> : null}
              </>
            ),
          },
        ]}
      />
      {steps.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {steps.map(({ words, href: page }) => (
            <li key={words}>{page ? <TextLink href={page}>{words}</TextLink> : words}</li>
          ))}
        </ul>
      ) : null}
      <p className="govuk-body-s">These are local targets of the partnership, not deadlines of the standard.</p>
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="govuk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
