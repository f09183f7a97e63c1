import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { CalendarAddress, CalendarForm } from '../../features/awareness/calendar/calendar-page.tsx'
import {
  makeCalendarAddress,
  readCalendarAddress,
} from '../../features/awareness/calendar/make-calendar-address.server.ts'
import { AWARENESS_REFUSALS } from '../../features/awareness/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Calendar of awareness work') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'calendarFeed', 'insert')
  return { made: await readCalendarAddress({ actor }), now: now.toISOString(), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'calendarFeed'),
  run: makeCalendarAddress,
  next: (_, { address }) => ({ address }),
  refusals: AWARENESS_REFUSALS,
  shows: () => ({ address: null }),
})

export default function AwarenessCalendar() {
  const { made, now, idempotencyKey } = useLoaderData<typeof loader>()
  const { form = EMPTY_FORM, address } = useActionData<typeof action>() ?? {}
  return (
    <>
      <BackLink href={href('/awareness')}>Awareness work</BackLink>
      <PageTitle>Our awareness work in your calendar</PageTitle>
      {address ? (
        <CalendarAddress address={address} />
      ) : (
        <CalendarForm made={made} now={now} form={form} idempotencyKey={idempotencyKey} />
      )}
    </>
  )
}
