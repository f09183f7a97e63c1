import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { ConsentDetail } from '../../../features/consents/consent-detail.tsx'
import { findConsent } from '../../../features/consents/read-consents.server.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Consent') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const [caseId, consentId] = [uuidParam(args.params.caseId), uuidParam(args.params.consentId)]
  const opened = await openCase({ actor, now }, caseId, async (tx) => ({
    consent: orNotFound(await findConsent(tx, { actor, now }, caseId, consentId)),
  }))
  const withdrawn = new URL(args.request.url).searchParams.get('done') === 'withdrawn'
  return { ...orNotFound(opened), withdrawn, now }
}

export default function ConsentPage() {
  const { view, part, withdrawn, now } = useLoaderData<typeof loader>()
  const { recipientName, affected } = part.consent
  const toTell = affected.filter(({ owesNews }) => owesNews).length
  return (
    <>
      <BackLink href={href('/cases/:caseId/consents', { caseId: view.caseId })}>All consents of this case</BackLink>
      {withdrawn && part.consent.withdrawnAt ? (
        <NotificationBanner heading="The consent is withdrawn. It takes effect immediately.">
          <p className="govuk-body">
            {recipientName} can no longer see what was shared.{' '}
            {toTell > 0
              ? 'Tell the client what had already happened. Each referral below shows this.'
              : 'Nothing had been sent to them.'}
          </p>
        </NotificationBanner>
      ) : null}
      <PageTitle caption={`${view.client.name}: what may be shared`} reference={view.reference}>
        {recipientName}
      </PageTitle>
      <ConsentDetail consent={part.consent} caseId={view.caseId} now={now} />
    </>
  )
}
