import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../../access/export/download.server.ts'
import { toCsv } from '../../access/export/to-csv.server.ts'
import { requireCasework } from '../../access/require.server.ts'
import { CASE_EXPORT_HEADER, caseAsCells } from '../../features/casework/list/case-as-cells.ts'
import { readCaseListQuery } from '../../features/casework/list/case-list-query.ts'
import { exportCases, homeQueueOf } from '../../features/casework/list/list-cases.server.ts'

/** The filtered list as a spreadsheet: the same rows in the same order. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const query = readCaseListQuery(new URL(args.request.url).searchParams, homeQueueOf(actor))
  return download(actor, async () => {
    const { cases } = await exportCases({ actor, now }, query)
    return { filename: 'cases.csv', content: toCsv([CASE_EXPORT_HEADER, ...cases.map(caseAsCells)]) }
  })
}
