import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireCasework } from '../../../access/require.server.ts'
import { discardReportDraft } from '../../../features/intake/report-draft.server.ts'
import { href } from '../../../href.ts'

export function loader() {
  return redirect(href('/reports/new'))
}

export async function action(args: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  await discardReportDraft({ actor, now })
  return redirect(href('/reports/new'), 303)
}
