import { owesNews } from '../../../domain/referrals/client-news.ts'
import type { ReferralState } from '../../../domain/referrals/referral.ts'
import { referralStatus } from '../../../domain/referrals/referral-status.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Instant } from '../../../ui/time/time.tsx'

interface MadeReferral {
  referralId: string
  reference: string
  toAgency: string
  state: ReferralState
  attempts: number | null
  decidedAt: Date
  sentAt: Date | null
  byOverride: boolean
  newsAt: Date | null
  clientToldAt: Date | null
}

interface ReferralsOfCaseProps {
  caseId: string
  referrals: readonly MadeReferral[]
  open: boolean
  now: Date
}

export function ReferralsOfCase({ caseId, referrals, open, now }: ReferralsOfCaseProps) {
  const refer = open ? (
    <ButtonLink href={href('/cases/:caseId/refer', { caseId })}>Refer to another agency</ButtonLink>
  ) : null
  if (referrals.length === 0) {
    return (
      <EmptyState why="This client has not been referred yet. A referral shares only what the client agreed to.">
        {refer}
      </EmptyState>
    )
  }
  return (
    <>
      {refer}
      <ListTable
        caption="Referrals from this case"
        rows={referrals}
        rowKey={({ referralId }) => referralId}
        columns={[
          {
            key: 'reference',
            header: 'Reference',
            rowHeading: true,
            cell: ({ referralId, reference }) => (
              <TextLink href={href('/sent/:referralId', { referralId })}>{reference}</TextLink>
            ),
          },
          { key: 'to', header: 'To', cell: ({ toAgency }) => toAgency },
          { key: 'state', header: 'Status', cell: (made) => <State made={made} />, value: stateValue },
          {
            key: 'decided',
            header: 'Decided',
            cell: ({ decidedAt }) => <Instant at={decidedAt} now={now} />,
            value: ({ decidedAt }) => +decidedAt,
          },
          {
            key: 'sent',
            header: 'Sent',
            cell: ({ sentAt }) => (sentAt ? <Instant at={sentAt} now={now} /> : 'Not sent'),
            value: ({ sentAt }) => sentAt && +sentAt,
          },
        ]}
      />
    </>
  )
}

const stateValue = (made: MadeReferral) => `${referralStatus(made)} ${made.byOverride} ${owesNews(made)}`

function State({ made }: { made: MadeReferral }) {
  return (
    <>
      {referralStatus(made)} {made.byOverride ? <Tag colour="red">Without consent</Tag> : null}{' '}
      {owesNews(made) ? <Tag colour="orange">Tell the client</Tag> : null}
    </>
  )
}
