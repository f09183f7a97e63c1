import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../access/require.server.ts'
import { readRulesPage } from '../features/hotspots/read-rules-page.server.ts'
import { RulesList } from '../features/hotspots/rules-list.tsx'
import { RulesWaiting, RuleVersions } from '../features/hotspots/rules-versions.tsx'
import { BackLink } from '../ui/back-link.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { documentTitle } from '../ui/document-title.ts'
import { NotificationBanner } from '../ui/notification-banner.tsx'
import { ownEntry } from '../ui/own-entry.ts'
import { PageTitle } from '../ui/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Rules of the map') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'hotspotDraft')
  return { ...(await readRulesPage(actor)), now, done: new URL(asked.request.url).searchParams.get('done') }
}

const DONE: Record<string, string> = {
  proposed: 'You have proposed other rules. Another person decides.',
  in_force: 'These rules hold for releases built from now on.',
  refused: 'The rules stay as they are.',
}

export default function Rules() {
  const { inForce, open, versions, done, now } = useLoaderData<typeof loader>()
  const heading = ownEntry(DONE, done)
  return (
    <>
      {heading ? <NotificationBanner heading={heading} /> : null}
      <BackLink href="/map/releases">Releases</BackLink>
      <PageTitle caption="Map">The rules of releases</PageTitle>
      <RulesList rules={inForce.rules} />
      {open ? (
        <RulesWaiting open={open} inForce={inForce.rules} />
      ) : (
        <ButtonLink href="/map/rules/propose">Propose other rules</ButtonLink>
      )}
      <RuleVersions versions={versions} now={now} />
    </>
  )
}
