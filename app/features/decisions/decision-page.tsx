import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'
import { ViolenceTag } from '../../ui/violence-tag.tsx'
import { WarningText } from '../../ui/warning-text.tsx'
import type { DecisionInFull } from './read-decision.server.ts'

interface DecisionPageProps {
  decision: DecisionInFull
  form: FormState
  idempotencyKey: string
  now: Date
}

/** One request to a manager: who asks, what, why, until when, and the decision on the same page. */
export function DecisionPage({ decision: request, form, idempotencyKey, now }: DecisionPageProps) {
  const { what, clientName, reference, violence, mayDecide, decision, answeredBy, decisionId } = request
  return (
    <>
      <BackLink href={href('/decisions')}>Decisions</BackLink>
      <PageTitle caption="Request to a manager" reference={reference}>
        {clientName || 'Name not given'}: {what}
      </PageTitle>
      {violence ? (
        <p className="govuk-body">
          <ViolenceTag serious safeTimes={violence.safeTimes} />
        </p>
      ) : null}
      <RequestFacts request={request} now={now} />
      <Earlier request={request} now={now} />
      {mayDecide ? <Decision form={form} idempotencyKey={idempotencyKey} /> : null}
      {decision === 'asked' && !mayDecide ? <WhoDecidesThis {...request} /> : null}
      {request.mayAnswer ? (
        <ButtonLink href={href('/decisions/:decisionId/answer', { decisionId })}>Answer the question</ButtonLink>
      ) : null}
      {answeredBy ? (
        <p className="govuk-body">
          <TextLink href={href('/decisions/:decisionId', { decisionId: answeredBy })}>See the answer</TextLink>
        </p>
      ) : null}
      {request.mayCarryOut ? (
        <ButtonLink href={href('/decisions/:decisionId/done', { decisionId })} variant="secondary">
          {request.dates.version ? 'Correct the dates' : 'Record when it was done'}
        </ButtonLink>
      ) : null}
    </>
  )
}

function RequestFacts({ request, now }: { request: DecisionInFull; now: Date }) {
  const { caseId, reference, clientSays, dates } = request
  const day = (on: string | null) => on && <Day on={on} now={now} />
  return (
    <SummaryList
      rows={[
        { key: 'Status', value: request.state },
        { key: 'Case', value: <TextLink href={href('/cases/:caseId', { caseId })}>{reference}</TextLink> },
        { key: 'Requested by', value: request.requestedByName },
        { key: 'Requested', value: <Instant at={request.requestedAt} now={now} /> },
        { key: 'Needed by', value: <Day on={request.wantedBy} now={now} /> },
        { key: 'Why', value: <span className="accord-own-words">{request.reason}</span> },
        { key: 'What the client wants', value: request.wishes || null },
        { key: 'The client about this option', value: clientSays?.option ?? null },
        { key: 'The client about this request', value: clientSays?.wish ?? null },
        { key: 'Decided by', value: request.decidedByName },
        { key: 'Decided', value: request.decidedAt && <Instant at={request.decidedAt} now={now} /> },
        { key: 'Reason or question', value: request.decisionNote || null },
        { key: 'Moved on', value: day(dates.rehousedOn) },
        { key: 'Stored from', value: day(dates.storedFrom) },
        { key: 'Stored until', value: day(dates.storedTo) },
        { key: 'Where the belongings are', value: dates.storedWhere || null },
      ]}
    />
  )
}

function Earlier({ request: { earlier }, now }: { request: DecisionInFull; now: Date }) {
  if (earlier.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">Earlier questions</h2>
      {earlier.map((round) => (
        <SummaryList
          key={round.decisionId}
          rows={[
            { key: 'Requested', value: <Instant at={round.requestedAt} now={now} /> },
            { key: 'Why', value: <span className="accord-own-words">{round.reason}</span> },
            { key: 'Question', value: round.decisionNote },
            { key: 'Question by', value: round.decidedByName },
          ]}
        />
      ))}
    </>
  )
}

function Decision({ form, idempotencyKey }: { form: FormState; idempotencyKey: string }) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <Radios
        form={form}
        name="decision"
        label="Your decision"
        labelSize="m"
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'asked_back', label: 'I have a question first' },
        ]}
      />
      <TextArea
        form={form}
        name="note"
        label="Reason or question"
        hint="The person who asked sees it. You can leave it empty for a yes."
        rows={4}
        maxLength={1_000}
      />
      <Button>Record my decision</Button>
    </Form>
  )
}

/** Who can decide, if the reader cannot. */
function WhoDecidesThis({ mine, deciders }: DecisionInFull) {
  if (deciders.length === 0)
    return (
      <WarningText>
        No manager in your agency can decide this. The manager must not be the person who asked, or have added that
        person in the last 30 days. Call the partnership’s administrator and ask them to make a colleague a manager.
      </WarningText>
    )
  return (
    <p className="govuk-body">
      {mine ? 'You asked for this yourself, so someone else must decide' : 'A manager has to decide this'}:{' '}
      {deciders.join(' or ')}.{deciders.length > 1 ? ' When one is away, another can decide.' : null}
    </p>
  )
}
