import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { InvitePartnersForm } from '../../features/awareness/invitations/invite-form.tsx'
import { inviteInput, invitePartners } from '../../features/awareness/invitations/invite-partners.server.ts'
import { listInvitable } from '../../features/awareness/read-event.server.ts'
import { readMovable } from '../../features/awareness/read-movable.server.ts'
import { AWARENESS_REFUSALS } from '../../features/awareness/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Invite partners') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(args, 'awarenessEvent', 'update')
  const { event } = await readMovable(signedIn, args.params.eventId, 'invite')
  return { event, agencies: await listInvitable(signedIn, event), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'awarenessEvent'),
  params: ['eventId'],
  input: inviteInput,
  run: invitePartners,
  next: ({ eventId }) => href('/awareness/:eventId', { eventId }, { done: 'invited' }),
  refusals: AWARENESS_REFUSALS,
})

export default function InvitePartners() {
  const { event, agencies, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/awareness/:eventId', { eventId: event.eventId })}>{event.title}</BackLink>
      <PageTitle caption={event.title}>Invite partners</PageTitle>
      {agencies.length > 0 ? (
        <InvitePartnersForm form={form} idempotencyKey={idempotencyKey} agencies={agencies} />
      ) : (
        <EmptyState why="You have invited every agency in the partnership." />
      )}
    </>
  )
}
