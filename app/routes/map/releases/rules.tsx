import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../../access/require.server.ts'
import { readRulesPage } from '../../../features/hotspots/rules/read-rules-page.server.ts'
import { RulesList } from '../../../features/hotspots/rules/rules-list.tsx'
import { RulesWaiting, RuleVersions } from '../../../features/hotspots/rules/rules-versions.tsx'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { ownEntry } from '../../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Rules for releases') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'hotspotDraft')
  return { ...(await readRulesPage(actor)), now, done: new URL(args.request.url).searchParams.get('done') }
}

const DONE: Record<string, string> = {
  proposed: 'You have proposed new rules. Another person decides.',
  in_force: 'These rules apply to releases built from now on.',
  refused: 'The rules stay as they are.',
}

export default function Rules() {
  const { inForce, open, versions, done, now } = useLoaderData<typeof loader>()
  const heading = ownEntry(DONE, done)
  return (
    <>
      {heading ? <NotificationBanner heading={heading} /> : null}
      <BackLink href={href('/map/releases')}>Releases</BackLink>
      <PageTitle caption="Map">Rules for releases</PageTitle>
      <RulesList rules={inForce.rules} />
      {open ? (
        <RulesWaiting open={open} inForce={inForce.rules} />
      ) : (
        <ButtonLink href={href('/map/rules/propose')}>Propose new rules</ButtonLink>
      )}
      <RuleVersions versions={versions} now={now} />
    </>
  )
}
