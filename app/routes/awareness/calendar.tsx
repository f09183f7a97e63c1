import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireBusinessWith } from '../../access/require.server.ts'
import { CalendarAddress, CalendarForm } from '../../features/awareness/calendar/calendar-page.tsx'
import {
  makeCalendarAddress,
  readCalendarAddress,
} from '../../features/awareness/calendar/make-calendar-address.server.ts'
import { refusedForm } from '../../features/awareness/refusal-words.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Calendar of awareness work') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'calendarFeed', 'insert')
  return { made: await readCalendarAddress({ actor }), now: now.toISOString(), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'calendarFeed', 'insert')
  const read = await readForm(asked.request, z.object({}))
  if (!read.ok) return data({ form: read.form, address: null }, { status: 422 })
  const made = await makeCalendarAddress({ actor, now, key: read.key })
  if (made.ok) return data({ form: EMPTY_FORM, address: made.value.address })
  const { form, status } = refusedForm(read.form, made.refusal)
  return data({ form, address: null }, { status })
}

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
