import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound, requireBusinessWith } from '../access/require.server.ts'
import { releasePlace, releasePlaceFields } from '../features/hotspots/release-place.server.ts'
import { readForm } from '../ui/read-form.server.ts'

export async function loader(asked: LoaderFunctionArgs) {
  await requireBusinessWith(asked, 'protectedPlace', 'update')
  return redirect('/map/places')
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'protectedPlace', 'update')
  const read = await readForm(asked.request, releasePlaceFields)
  if (!read.ok) throw notFound()
  const released = await releasePlace({ actor, now, key: read.key }, read.value)
  if (!released.ok) throw notFound()
  throw redirect('/map/places?done=removed', 303)
}
