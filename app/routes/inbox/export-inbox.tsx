import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../../access/export/download.server.ts'
import { toCsv } from '../../access/export/to-csv.server.ts'
import { requireBusinessWith } from '../../access/require.server.ts'
import { RISK_LEVELS } from '../../domain/cases/risk.ts'
import { referralStatus } from '../../domain/referrals/referral-status.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { inboxQueryOf } from '../../features/referrals/inbox/inbox-query.ts'
import { exportInbox } from '../../features/referrals/inbox/read-inbox.server.ts'
import { dueWords } from '../../features/referrals/inbox/received-due.ts'

const HEADER = [
  ...[
    'Reference',
    'Client',
    'Violence or threat',
    'Case worker',
    'Risk',
    'Needs',
    'Safe to call',
    'From',
    'Status',
    'Due or ended',
    'In words',
  ],
  'Shared without consent',
]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  return download(actor, async () => {
    const rows = await exportInbox({ actor, now }, inboxQueryOf(new URL(args.request.url).searchParams))
    const lines = rows.map((row) => [
      row.reference,
      row.clientName ?? '',
      row.serious ? 'yes' : 'no',
      row.workerName ?? '',
      row.risk ? RISK_LEVELS[row.risk].label : '',
      row.needs?.join(', ') ?? '',
      row.safeTimes ?? '',
      row.fromName,
      referralStatus(row),
      londonDayOf(new Date(row.dueAt)),
      dueWords(row, now.toISOString()),
      row.byOverride ? 'yes' : 'no',
    ])
    return { filename: 'inbox.csv', content: toCsv([HEADER, ...lines]) }
  })
}
