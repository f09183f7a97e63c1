import type { LoaderFunctionArgs } from '@remix-run/node'
import { type CsvColumn, downloadList } from '../../access/export/download-list.server.ts'
import { requireCasework } from '../../access/require.server.ts'
import { CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { referralStatus } from '../../domain/referrals/referral-status.ts'
import { londonIsoOf } from '../../domain/time/calendar-day.ts'
import { exportSentReferrals, type SentRow } from '../../features/referrals/sent/read-sent-referrals.server.ts'
import { SENT } from '../../features/referrals/sent/sent-query.ts'

const COLUMNS: CsvColumn<SentRow>[] = [
  { header: 'Reference', cell: ({ reference }) => reference },
  { header: 'Client', cell: ({ clientName }) => clientName },
  { header: 'Violence or threat', cell: ({ serious }) => (serious ? 'yes' : 'no') },
  { header: 'To', cell: ({ toName }) => toName },
  { header: 'For', cell: ({ purpose }) => CONSENT_PURPOSES[purpose].label },
  { header: 'Status', cell: (row) => referralStatus(row) },
  { header: 'Decided', cell: ({ decidedAt }) => londonIsoOf(new Date(decidedAt)) },
  { header: 'Sent', cell: ({ sentAt }) => (sentAt ? londonIsoOf(new Date(sentAt)) : '') },
  { header: 'Due or ended', cell: ({ dueAt }) => londonIsoOf(new Date(dueAt)) },
  { header: 'Shared without consent', cell: ({ byOverride }) => (byOverride ? 'yes' : 'no') },
]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const query = SENT.read(new URL(args.request.url).searchParams)
  const read = () => exportSentReferrals({ actor, now }, query)
  return downloadList(actor, { filename: 'sent-referrals.csv', columns: COLUMNS, read })
}
