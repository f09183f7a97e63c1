import type { LoaderFunctionArgs } from '@remix-run/node'
import { type CsvColumn, downloadList } from '../../../access/export/download-list.server.ts'
import { requireCasework } from '../../../access/require.server.ts'
import { londonIsoOf } from '../../../domain/time/calendar-day.ts'
import { exportRepairs, type ListedRepair } from '../../../features/repairs/list-repairs.server.ts'
import { REPAIRS } from '../../../features/repairs/repairs-query.ts'

const COLUMNS: CsvColumn<ListedRepair>[] = [
  { header: 'Case', cell: ({ reference }) => reference },
  { header: 'Kind', cell: ({ kind }) => kind },
  { header: 'What', cell: ({ damage }) => damage },
  { header: 'Where', cell: ({ place }) => place },
  { header: 'Progress', cell: ({ state }) => state },
  { header: 'Reported', cell: ({ reportedAt }) => londonIsoOf(new Date(reportedAt)) },
  { header: 'Due', cell: ({ dueAt }) => londonIsoOf(new Date(dueAt)) },
  { header: '24 hours', cell: ({ countdown }) => countdown.words },
]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const query = REPAIRS.read(new URL(args.request.url).searchParams)
  const read = () => exportRepairs({ actor, now }, query)
  return downloadList(actor, { filename: 'repairs-and-graffiti.csv', columns: COLUMNS, read })
}
