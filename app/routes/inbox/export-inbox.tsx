import type { LoaderFunctionArgs } from '@remix-run/node'
import { type CsvColumn, downloadList } from '../../access/export/download-list.server.ts'
import { requireBusinessWith } from '../../access/require.server.ts'
import { referralStatus } from '../../domain/referrals/referral-status.ts'
import { RISK_LEVELS } from '../../domain/risk/risk-level.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { INBOX } from '../../features/referrals/inbox/inbox-query.ts'
import type { InboxRow } from '../../features/referrals/inbox/inbox-row.ts'
import { exportInbox } from '../../features/referrals/inbox/read-inbox.server.ts'
import { dueWords } from '../../features/referrals/inbox/received-due.ts'

function columnsAt(now: Date): CsvColumn<InboxRow>[] {
  return [
    { header: 'Reference', cell: ({ reference }) => reference },
    { header: 'Client', cell: ({ clientName }) => clientName ?? '' },
    { header: 'Violence or threat', cell: ({ serious }) => (serious ? 'yes' : 'no') },
    { header: 'Case worker', cell: ({ workerName }) => workerName ?? '' },
    { header: 'Risk', cell: ({ risk }) => (risk ? RISK_LEVELS[risk].label : '') },
    { header: 'Needs', cell: ({ needs }) => needs?.join(', ') ?? '' },
    { header: 'Safe to call', cell: ({ safeTimes }) => safeTimes ?? '' },
    { header: 'From', cell: ({ fromName }) => fromName },
    { header: 'Status', cell: (row) => referralStatus(row) },
    { header: 'Due or ended', cell: ({ dueAt }) => londonDayOf(new Date(dueAt)) },
    { header: 'In words', cell: (row) => dueWords(row, now.toISOString()) },
    { header: 'Shared without consent', cell: ({ byOverride }) => (byOverride ? 'yes' : 'no') },
  ]
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const query = INBOX.read(new URL(args.request.url).searchParams)
  const read = () => exportInbox({ actor, now }, query)
  return downloadList(actor, { filename: 'inbox.csv', columns: columnsAt(now), read })
}
