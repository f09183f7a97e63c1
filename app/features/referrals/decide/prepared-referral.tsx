import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { WarningText } from '../../../ui/warning-text.tsx'
import { PackageView } from '../package/package-view.tsx'
import { SendBy } from '../send/send-step.tsx'
import { ClientLimits } from './client-limits.tsx'
import { HeldBackList } from './held-back.tsx'
import type { ReferPageData } from './read-refer-page.server.ts'
import { referAddress } from './refer-address.ts'
import { SafetyQuestions } from './safety-questions.tsx'
import { MissingConsent, OverrideBanner } from './sharing-step.tsx'
import { wordsSlots } from './words-slots.tsx'

interface PreparedProps {
  data: ReferPageData
  form: FormState
  idempotencyKey: string
  now: string
  recipient: NonNullable<ReferPageData['recipient']>
}

/** Steps 2 and 3 for the chosen agency: what they will see, the deadline, and the button; or what is missing. */
export function PreparedReferral({ data, form, idempotencyKey, now, recipient }: PreparedProps) {
  const { sharing, takesReferrals, name } = recipient
  const choice = {
    caseId: data.case.caseId,
    purpose: data.purpose,
    recipientAgencyId: recipient.agencyId,
    reroutedFromId: data.rerouted?.referralId,
  }
  const allowed = sharing.basis !== 'none'
  const byOverride = sharing.basis === 'override'
  if (!takesReferrals) {
    return (
      <p className="govuk-body">
        {name} take no new referrals at present.{' '}
        <TextLink href={referAddress({ ...choice, recipientAgencyId: null })}>Choose another agency</TextLink>.
      </p>
    )
  }
  return (
    <Form action={referAddress(choice)} idempotencyKey={idempotencyKey}>
      <HiddenField name="recipientAgencyId" value={recipient.agencyId} />
      <HiddenField name="purpose" value={data.purpose} />
      <HiddenField name="reroutedFromId" value={data.rerouted?.referralId ?? ''} />
      <ClientLimits limits={sharing.limits} />
      <SafetyQuestions missing={recipient.missing} form={form} />
      <h2 className="govuk-heading-m" data-next-step={recipient.agencyId}>
        2. What they will see
      </h2>
      {allowed ? (
        <Shown recipient={recipient} form={form} />
      ) : (
        <MissingConsent
          missing={sharing.missing}
          wanted={sharing.categories}
          agencyName={name}
          askHref={referAddress(choice, 'consents/new')}
          overrideHref={referAddress(choice, 'overrides/new')}
        />
      )}
      {byOverride ? <HiddenField name="askedBy" value="override" /> : null}
      <SendBy form={form} due={data.due} now={now} byOverride={byOverride} />
      {allowed ? (
        <>
          <WarningText>You cannot undo what they have already read.</WarningText>
          <Button variant={byOverride ? 'warning' : 'primary'}>Send to {name}</Button>
        </>
      ) : (
        <KeepDecision {...choice} />
      )}
    </Form>
  )
}

function Shown({ recipient, form }: Pick<PreparedProps, 'recipient' | 'form'>) {
  const { sharing, preview, name } = recipient
  const byOverride = sharing.basis === 'override'
  return (
    <>
      {byOverride ? <OverrideBanner agencyName={name} /> : null}
      {sharing.categories.map((category) => (
        <HiddenField key={category} name="categories" value={category} />
      ))}
      <PackageView content={preview.content} slots={wordsSlots(form)} headingLevel={3} />
      <HeldBackList heldBack={preview.heldBack} byOverride={byOverride} />
    </>
  )
}

function KeepDecision(choice: Parameters<typeof referAddress>[0]) {
  return (
    <>
      <p className="govuk-body">You can record the decision today, and send the referral when the client has agreed.</p>
      <ButtonGroup>
        <Button variant="secondary" formAction={referAddress(choice, 'refer/keep')}>
          Keep the decision, send later
        </Button>
        <ButtonLink variant="secondary" href={href('/cases/:caseId', { caseId: choice.caseId })}>
          Cancel
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}
