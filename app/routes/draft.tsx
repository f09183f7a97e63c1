import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '../access/session.server.ts'
import {
  addressesOfForm,
  deleteDraft,
  draftKeyOf,
  keepDraft,
  keepForLater,
} from '../features/drafts/keep-draft.server.ts'
import { typedFields } from '../forms/read-form.server.ts'

/** A draft has no page of its own, so this opens the form. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(args)
  const key = draftKeyOf(new URL(args.request.url).searchParams)
  return redirect((await addressesOfForm({ actor, now }, key)).page)
}

/** Saves or deletes a draft. The page sends what was typed two seconds after the last key, or when a button is pressed. */
export async function action(args: ActionFunctionArgs) {
  const { actor, now } = await requireActor(args)
  const words = new URL(args.request.url).searchParams
  const key = draftKeyOf(words)
  const then = words.get('then')
  if (then === 'delete') {
    await deleteDraft({ actor, now }, key)
    return redirect((await addressesOfForm({ actor, now }, key)).page, 303)
  }
  const fields = await typedFields(args.request)
  if (then === 'later') {
    await keepForLater({ actor, now }, key, fields)
    return redirect((await addressesOfForm({ actor, now }, key)).list, 303)
  }
  const saved = await keepDraft({ actor, now }, key, fields)
  return new Response(null, { status: saved === 'ended' ? 410 : 204 })
}
