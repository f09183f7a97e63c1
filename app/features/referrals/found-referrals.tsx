import { referralStatus } from '../../domain/referrals/referral-status.ts'
import { href } from '../../href.ts'
import { type ListColumn, ListTable } from '../../ui/lists/list-table.tsx'
import { Reference } from '../../ui/reference.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ViolenceTag } from '../../ui/violence-tag.tsx'
import type { FoundReferral, FoundReferrals } from './found-referral.ts'

export function FoundReferralList({ found: { received, sent, more } }: { found: FoundReferrals }) {
  return (
    <>
      <FoundTable caption="Referrals received" page={href('/inbox')} other="From" rows={received} />
      <FoundTable caption="Referrals sent" page={href('/sent')} other="To" rows={sent} />
      {more ? <p className="govuk-body">More referrals were found. Type more to see fewer.</p> : null}
    </>
  )
}

interface FoundProps {
  caption: string
  page: string
  other: string
  rows: FoundReferral[]
}

function FoundTable({ caption, page, other, rows }: FoundProps) {
  if (rows.length === 0) return null
  const columns: ListColumn<FoundReferral>[] = [
    {
      key: 'client',
      header: 'Client',
      rowHeading: true,
      cell: ({ referralId, reference, clientName, violence }) => (
        <>
          <TextLink href={`${page}/${referralId}`}>{clientName || 'Name not shown'}</TextLink>
          <br />
          <Reference>{reference}</Reference> <ViolenceTag serious={violence !== null} safeTimes={violence?.safeTimes} />
        </>
      ),
    },
    { key: 'agency', header: other, cell: ({ otherAgency }) => otherAgency },
    { key: 'state', header: 'Status', cell: referralStatus },
  ]
  return <ListTable caption={caption} columns={columns} rows={rows} rowKey={({ referralId }) => referralId} />
}
