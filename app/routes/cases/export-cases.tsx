import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloadList } from '../../access/export/download-list.server.ts'
import { requireCasework } from '../../access/require.server.ts'
import { CASE_COLUMNS } from '../../features/casework/list/case-columns.ts'
import { readCaseListQuery } from '../../features/casework/list/case-list-query.ts'
import { exportCases, homeQueueOf } from '../../features/casework/list/list-cases.server.ts'

/** The filtered list as a spreadsheet: the same rows in the same order. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const query = readCaseListQuery(new URL(args.request.url).searchParams, homeQueueOf(actor))
  const read = () => exportCases({ actor, now }, query)
  return downloadList(actor, { filename: 'cases.csv', columns: CASE_COLUMNS, read })
}
