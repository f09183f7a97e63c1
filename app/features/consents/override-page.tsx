import { CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { OVERRIDE_GROUNDS, overrideLapsesAt, overrideStateOf, WHY_NO_CONSENT } from '../../domain/consents/override.ts'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { sendingAddress } from '../../forms/sending-address.ts'
import { href } from '../../href.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DangerBanner } from '../../ui/danger-banner.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time/time.tsx'
import { CaseRecordFacts, Contradictions, WhoDecides } from './case-record-facts.tsx'
import { dataWords } from './consent-list.tsx'
import { OverrideStateTag } from './consent-tags.tsx'
import type { OverrideInFull } from './read-overrides.server.ts'

interface OverridePageProps {
  override: OverrideInFull
  form: FormState
  idempotencyKey: string
  now: Date
}

/** One request to share without consent: the facts a manager needs, and the decision on the same page. */
export function OverridePage({ override, form, idempotencyKey, now }: OverridePageProps) {
  const { recipientName, clientName, reference, decision, mayDecide, decidedAt } = override
  const lapsesAt = decidedAt && overrideLapsesAt(decidedAt)
  const state = overrideStateOf(override, now)
  return (
    <>
      <BackLink href={href('/overrides')}>Sharing without consent</BackLink>
      <DangerBanner title="Sharing without consent">
        <p>The client has not agreed that {recipientName} may know this.</p>
      </DangerBanner>
      <PageTitle caption="Request to a manager" reference={reference}>
        {clientName}: share with {recipientName}
      </PageTitle>
      <Contradictions sentences={override.contradictions} />
      <RequestFacts override={override} now={now} />
      <CaseRecordFacts record={override.record} />
      {state === 'authorised' && lapsesAt ? (
        <p className="govuk-body">
          It can be used once, until <Instant at={lapsesAt} now={now} />. If the client says anything about it, a
          manager must decide again.
        </p>
      ) : null}
      {state === 'authorised' && lapsesAt ? (
        <ButtonLink href={sendingAddress({ ...override, keptId: null })} variant="warning">
          Continue the referral
        </ButtonLink>
      ) : null}
      {mayDecide ? <Decision override={override} form={form} idempotencyKey={idempotencyKey} /> : null}
      {decision === 'asked' && !mayDecide ? <WhoDecides {...override} /> : null}
    </>
  )
}

function RequestFacts({ override, now }: { override: OverrideInFull; now: Date }) {
  const { used } = override
  return (
    <SummaryList
      rows={[
        { key: 'Status', value: <OverrideStateTag override={override} now={now} /> },
        {
          key: 'Case',
          value: <TextLink href={href('/cases/:caseId', { caseId: override.caseId })}>{override.reference}</TextLink>,
        },
        { key: 'What the client wants', value: override.wishes || null },
        { key: 'Ground', value: OVERRIDE_GROUNDS[override.ground].label },
        { key: 'Why no consent', value: WHY_NO_CONSENT[override.whyNoConsent].label },
        { key: 'Why it is necessary', value: <span className="accord-own-words">{override.necessity}</span> },
        { key: 'What they would see', value: dataWords(override) },
        { key: 'For', value: CONSENT_PURPOSES[override.purpose].label },
        { key: 'Client informed', value: override.clientTold ? 'Yes' : `No: ${override.notToldReason}` },
        { key: 'Requested by', value: override.requestedByName },
        { key: 'Requested', value: <Instant at={override.requestedAt} now={now} /> },
        { key: 'Decided by', value: override.decidedByName },
        { key: 'Decided', value: override.decidedAt && <Instant at={override.decidedAt} now={now} /> },
        { key: 'Reason for the decision', value: override.decisionNote || null },
        {
          key: 'Used for',
          value: used && (
            <TextLink href={href('/sent/:referralId', { referralId: used.referralId })}>
              Referral {used.reference}
            </TextLink>
          ),
        },
      ]}
    />
  )
}

function Decision({ override, form, idempotencyKey }: Omit<OverridePageProps, 'now'>) {
  return (
    <Form idempotencyKey={idempotencyKey} form={form}>
      <Radios
        form={form}
        name="decision"
        label="Your decision"
        hint="This allows one referral with this data only. You are accountable for it."
        choices={[
          { value: 'authorised', label: `Authorise sharing with ${override.recipientName}` },
          { value: 'refused', label: 'Refuse' },
        ]}
      />
      <TextArea
        form={form}
        name="note"
        label="Why?"
        hint="If you refuse, give the reason to the person who requested it"
        rows={4}
      />
      <Button variant="warning">Record my decision</Button>
    </Form>
  )
}
