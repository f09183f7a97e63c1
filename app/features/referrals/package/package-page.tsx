import type { ReactNode } from 'react'
import { referralStatusInSentence } from '../../../domain/referrals/referral-status.ts'
import { Form } from '../../../forms/form.tsx'
import type { FormState } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { ClientLimits } from '../decide/client-limits.tsx'
import { HeldBackList } from '../decide/held-back.tsx'
import { referAddress } from '../decide/refer-address.ts'
import { SafetyQuestions } from '../decide/safety-questions.tsx'
import { MissingConsent, OverrideBanner } from '../decide/sharing-step.tsx'
import { wordsSlots } from '../decide/words-slots.tsx'
import { PackageView } from './package-view.tsx'
import type { PackagePageData } from './read-package-page.server.ts'

interface PackagePageProps {
  page: PackagePageData
  title: string
  possible: boolean
  button: string
  form: FormState
  idempotencyKey: string
  before: ReactNode
  children?: ReactNode
}

/** The package as it would be sent now, with the texts that can still be changed, and the button that shares it. */
export function PackagePage({
  page,
  title,
  possible,
  button,
  form,
  idempotencyKey,
  before,
  children,
}: PackagePageProps) {
  const { referralId, sharing, recipient } = page
  const back = href('/sent/:referralId', { referralId })
  const byOverride = sharing.basis === 'override'
  return (
    <>
      <BackLink href={back}>Back to the referral</BackLink>
      <PageTitle caption={`${page.clientName}, referral to ${recipient.name}`} reference={page.reference}>
        {title}
      </PageTitle>
      {!possible ? (
        <p className="govuk-body">
          You cannot do this now. The referral is: {referralStatusInSentence(page)}.{' '}
          <TextLink href={back}>See the referral</TextLink>.
        </p>
      ) : sharing.basis === 'none' ? (
        <NotAllowed page={page} />
      ) : (
        <Form idempotencyKey={idempotencyKey} form={form}>
          {before}
          {byOverride ? <OverrideBanner agencyName={recipient.name} /> : null}
          <HiddenField name="seenVersion" value={String(page.version)} />
          {sharing.categories.map((category) => (
            <HiddenField key={category} name="categories" value={category} />
          ))}
          <ClientLimits limits={sharing.limits} />
          <SafetyQuestions missing={page.missing} form={form} />
          <h2 className="govuk-heading-m">What they will see</h2>
          <PackageView content={page.preview.content} slots={wordsSlots(form)} headingLevel={3} />
          <HeldBackList heldBack={page.preview.heldBack} byOverride={byOverride} />
          {children}
          <ButtonGroup>
            <Button variant={byOverride ? 'warning' : 'primary'}>{button}</Button>
            <TextLink href={back}>Go back without changing anything</TextLink>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

function NotAllowed({ page }: { page: PackagePageData }) {
  const { sharing, recipient, caseId, purpose } = page
  const choice = { caseId, purpose, recipientAgencyId: recipient.agencyId }
  return (
    <MissingConsent
      missing={sharing.missing}
      wanted={sharing.categories}
      agencyName={recipient.name}
      askHref={referAddress(choice, 'consents/new')}
      overrideHref={referAddress(choice, 'overrides/new')}
    />
  )
}
