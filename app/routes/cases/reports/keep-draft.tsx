import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireCasework } from '../../../access/require.server.ts'
import { saveReportDraft } from '../../../features/intake/report-draft.server.ts'
import { typedFields } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'

export function loader() {
  return redirect(href('/reports/new'))
}

/** What has been typed so far, sent by the page itself two seconds after the last key. */
export async function action(args: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  await saveReportDraft({ actor, now }, await typedFields(args.request))
  return new Response(null, { status: 204 })
}
