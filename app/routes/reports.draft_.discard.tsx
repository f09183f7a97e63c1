import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireCasework } from '../access/require.server.ts'
import { discardReportDraft } from '../features/reports/report-draft.server.ts'

export function loader() {
  return redirect('/reports/new')
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  await discardReportDraft({ actor, now })
  return redirect('/reports/new', 303)
}
