import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../access/download.server.ts'
import { requireBusinessWith } from '../access/require.server.ts'
import { londonDayOf } from '../domain/calendar-day.ts'
import { referralStatus } from '../domain/referral-status.ts'
import { RISK_LEVELS } from '../domain/risk.ts'
import { toCsv } from '../domain/spreadsheet-safe.ts'
import { inboxQueryOf } from '../features/referrals/inbox-query.ts'
import { exportInbox } from '../features/referrals/read-inbox.server.ts'
import { dueWords } from '../features/referrals/received-due.ts'

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
    'Now',
    'Due or ended',
    'In words',
  ],
  'Shared without consent',
]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'referral')
  return download(actor, async () => {
    const rows = await exportInbox({ actor, now }, inboxQueryOf(new URL(asked.request.url).searchParams))
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
    return { filename: 'inbox.csv', text: toCsv([HEADER, ...lines]) }
  })
}
