import type { FormState } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { PreparedReferral } from './prepared-referral.tsx'
import type { ReferPageData } from './read-refer-page.server.ts'
import { RecipientStep } from './recipient-step.tsx'

interface ReferPageProps {
  data: ReferPageData
  form: FormState
  idempotencyKey: string
  now: string
  /** The open referral that blocks a second one. */
  existing?: { referralId: string; reference: string }
}

/** Three steps on one page: the recipient, what they will see, and the deadline. */
export function ReferPage({ data, form, idempotencyKey, now, existing }: ReferPageProps) {
  const { case: file, recipient, rerouted } = data
  return (
    <>
      <BackLink href={href('/cases/:caseId', { caseId: file.caseId })}>Back to the case</BackLink>
      {existing ? (
        <NotificationBanner kind="news" heading="This client is already referred to them for this purpose.">
          <p className="govuk-body">
            <TextLink href={href('/sent/:referralId', { referralId: existing.referralId })}>
              Open referral {existing.reference}
            </TextLink>
          </p>
        </NotificationBanner>
      ) : null}
      <PageTitle caption="Refer to another agency" reference={file.reference}>
        Refer {file.clientName}
      </PageTitle>
      {rerouted ? <p className="govuk-body">{rerouted.words}</p> : null}
      {file.wishes ? (
        <InsetText>
          What {file.clientName} wants: {file.wishes}
        </InsetText>
      ) : null}
      {file.closed ? (
        <p className="govuk-body">This case is closed. Reopen it before you refer.</p>
      ) : (
        <RecipientStep data={data} />
      )}
      {recipient && !file.closed ? (
        <PreparedReferral {...{ data, form, idempotencyKey, now }} recipient={recipient} key={recipient.agencyId} />
      ) : null}
    </>
  )
}
