import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { addHolidays, addHolidaysInput } from '../../features/partnership/add-holidays.server.ts'
import { CompleteYearForm, HolidayList, HolidaysForm } from '../../features/partnership/holiday-list.tsx'
import { readPartnershipSettings } from '../../features/partnership/read-partnership-settings.server.ts'
import { SETTING_REFUSALS } from '../../features/partnership/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Bank holidays') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'bankHoliday', 'insert')
  const { holidays, nextYear, warning } = await readPartnershipSettings({ actor, now })
  const done = new URL(args.request.url).searchParams.get('done') ?? ''
  return { holidays, nextYear, warning, done, keys: [randomUUID(), randomUUID()] as const }
}

export const action = formAction({
  who: whoMay('insert', 'bankHoliday'),
  input: addHolidaysInput,
  run: addHolidays,
  next: () => href('/settings/holidays', { done: 'added' }),
  refusals: SETTING_REFUSALS,
})

const DONE: Record<string, string> = {
  added: 'The bank holidays are added. Open deadlines that run over them are being moved.',
  complete: 'The list is complete. Working days of that year are counted from now on.',
}

export default function Holidays() {
  const { holidays, nextYear, warning, done, keys } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const heading = ownEntry(DONE, done)
  return (
    <>
      {heading ? <NotificationBanner heading={heading} /> : null}
      <BackLink href={href('/settings')}>Settings</BackLink>
      <PageTitle caption="England and Wales">Bank holidays</PageTitle>
      <HolidaysForm form={form} idempotencyKey={keys[0]} />
      <CompleteYearForm form={EMPTY_FORM} idempotencyKey={keys[1]} year={nextYear} />
      <h2 className="govuk-heading-m">The list</h2>
      <HolidayList holidays={holidays} warning={warning} />
    </>
  )
}
