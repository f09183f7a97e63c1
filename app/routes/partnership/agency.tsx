import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, uuidParam } from '../../access/require.server.ts'
import { requireActor } from '../../access/session.server.ts'
import { AgencyFacts } from '../../features/agencies/agency-facts.tsx'
import { findAgency } from '../../features/agencies/read-agencies.server.ts'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { ownEntry } from '../../ui/own-entry.ts'
import { SetupChecklist } from '../../ui/setup-checklist.tsx'
import { TextLink } from '../../ui/text-link.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('An agency') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireActor(args)
  const { agency } = orNotFound(await findAgency({ actor }, uuidParam(args.params.agencyId)))
  return { agency, done: new URL(args.request.url).searchParams.get('done') ?? '' }
}

const DONE: Record<string, { heading: (name: string) => string; next: string; href?: string; link?: string }> = {
  changed: { heading: (name) => `What others see of ${name} is saved.`, next: 'Other agencies see the change now.' },
  added: {
    heading: (name) => `${name} is in the partnership.`,
    next: 'Other agencies can refer to it once its manager has joined.',
    href: href('/staff/invite'),
    link: 'Invite its manager',
  },
}

export default function Agency() {
  const { agency, done } = useLoaderData<typeof loader>()
  const words = ownEntry(DONE, done)
  return (
    <>
      {words ? (
        <NotificationBanner heading={words.heading(agency.name)}>
          <p className="govuk-body">
            {words.next} {words.href ? <TextLink href={words.href}>{words.link}</TextLink> : null}
          </p>
        </NotificationBanner>
      ) : null}
      <BackLink href={href('/agencies')}>Agencies</BackLink>
      <PageTitle caption={agency.mine ? 'Your agency' : 'Agency'}>{agency.name}</PageTitle>
      <SetupChecklist heading="Still missing" parts={agency.missing} />
      <AgencyFacts agency={agency} />
      {agency.mayChange ? (
        <ButtonLink href={href('/agencies/:agencyId/change', { agencyId: agency.agencyId })}>
          Change what other agencies see
        </ButtonLink>
      ) : null}
    </>
  )
}
