import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { readPartnershipSettings } from '../../features/partnership/read-partnership-settings.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { WarningText } from '../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Settings') }]

export async function loader(args: LoaderFunctionArgs) {
  return readPartnershipSettings(await requireBusinessWith(args, 'setting', 'update'))
}

export default function SettingsPage() {
  const { local, holidays, nextYear, warning } = useLoaderData<typeof loader>()
  const offered = local.filter((strand) => strand.offered).map(({ label }) => label)
  const added = holidays.filter((holiday) => holiday.added).length
  return (
    <>
      <PageTitle caption="For the whole partnership">Settings</PageTitle>
      {warning ? <WarningText>{warning}</WarningText> : null}
      <SummaryList
        rows={[
          {
            key: 'Local strands',
            value: offered.join(' · ') || 'None: only the five national strands',
            action: { label: 'Change', href: href('/settings/strands') },
          },
          {
            key: 'Bank holidays',
            value: `Listed to the end of ${nextYear - 1}${added > 0 ? `, ${added} of them added here` : ''}`,
            action: { label: 'See and add', href: href('/settings/holidays') },
          },
        ]}
      />
    </>
  )
}
