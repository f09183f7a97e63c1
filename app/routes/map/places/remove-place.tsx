import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound, requireBusinessWith } from '../../../access/require.server.ts'
import { releasePlace, releasePlaceInput } from '../../../features/hotspots/places/release-place.server.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireBusinessWith(args, 'protectedPlace', 'update')
  return redirect(href('/map/places'))
}

export async function action(args: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'protectedPlace', 'update')
  const read = await readForm(args.request, releasePlaceInput)
  if (!read.ok) throw notFound()
  const released = await releasePlace({ actor, now, key: read.key }, read.value)
  if (!released.ok) throw notFound()
  throw redirect(href('/map/places', { done: 'removed' }), 303)
}
