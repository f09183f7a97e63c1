import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../../access/export/download.server.ts'
import { toCsv } from '../../access/export/to-csv.server.ts'
import { requireCasework } from '../../access/require.server.ts'
import { CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { referralStatus } from '../../domain/referrals/referral-status.ts'
import { londonIsoOf } from '../../domain/time/calendar-day.ts'
import { exportSentReferrals } from '../../features/referrals/sent/read-sent-referrals.server.ts'
import { sentQueryOf } from '../../features/referrals/sent/sent-query.ts'

const HEADER = [
  'Reference',
  'Client',
  'Violence or threat',
  'To',
  'For',
  'Status',
  'Decided',
  'Sent',
  'Due or ended',
  'Shared without consent',
]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  return download(actor, async () => {
    const rows = await exportSentReferrals({ actor, now }, sentQueryOf(new URL(args.request.url).searchParams))
    const lines = rows.map((row) => [
      row.reference,
      row.clientName,
      row.serious ? 'yes' : 'no',
      row.toName,
      CONSENT_PURPOSES[row.purpose].label,
      referralStatus(row),
      londonIsoOf(new Date(row.decidedAt)),
      row.sentAt ? londonIsoOf(new Date(row.sentAt)) : '',
      londonIsoOf(new Date(row.dueAt)),
      row.byOverride ? 'yes' : 'no',
    ])
    return { filename: 'sent-referrals.csv', content: toCsv([HEADER, ...lines]) }
  })
}
