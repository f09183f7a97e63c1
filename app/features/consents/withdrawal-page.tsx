import { referralStatusInSentence } from '../../domain/referrals/referral-status.ts'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { ConsentInFull } from './read-consents.server.ts'

interface WithdrawalPageProps {
  caseId: string
  reference: string
  client: { name: string }
  consent: ConsentInFull
  form: FormState
  idempotencyKey: string
}

/** A withdrawal has its own page because it cannot be undone: the consequence first, then how the client told us. */
export function WithdrawalPage({ caseId, reference, client, consent, form, idempotencyKey }: WithdrawalPageProps) {
  const back = href('/cases/:caseId/consents/:consentId', { caseId, consentId: consent.consentId })
  return (
    <>
      <BackLink href={back}>Back to the consent</BackLink>
      <PageTitle caption={`${client.name}: ${consent.recipientName}`} reference={reference}>
        The client withdraws consent
      </PageTitle>
      <WithdrawalEffects consent={consent} />
      <Form idempotencyKey={idempotencyKey} form={form}>
        <TextInput
          form={form}
          name="how"
          label="How did the client tell you?"
          hint="For example: by phone, this morning"
        />
        <ButtonGroup>
          <Button variant="warning">Withdraw this consent</Button>
          <TextLink href={back}>Go back without changing anything</TextLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** The effect of a withdrawal on each referral, shown before it is recorded. */
function WithdrawalEffects({ consent }: { consent: ConsentInFull }) {
  const { recipientName, affected } = consent
  return (
    <>
      <p className="govuk-body">
        This takes effect immediately. Nothing more is shared with {recipientName} with this consent
        {affected.some(({ hides }) => hides)
          ? ', and they are notified. They keep their own notes.'
          : '. They cannot see it, so they are not notified.'}{' '}
        The client does not need to give a reason.
      </p>
      {affected.length === 0 ? (
        <p className="govuk-body">Nothing was sent or is waiting to be sent.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {affected.map(({ referralId, reference, state, attempts, stops, hides }) => (
            <li key={referralId}>
              Referral {reference} ({referralStatusInSentence({ state, attempts })})
              {hides ? `${stops ? ' is stopped, and' : ':'} they no longer see what was shared` : ' will not be sent'}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
