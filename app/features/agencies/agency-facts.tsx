import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { PhoneNumbers } from '../../ui/phone-numbers.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { AgencyListed } from './read-agencies.server.ts'

export function AgencyFacts({ agency }: { agency: AgencyListed }) {
  const { kind, offers, hours, strands, purposes, wards, dutyEmail, dutyPhone, canReceive } = agency
  return (
    <SummaryList
      rows={[
        { key: 'Kind', value: kind },
        { key: 'Offers', value: offers || 'Not entered yet' },
        { key: 'Hours', value: hours || 'Not entered yet' },
        { key: 'New referrals', value: <TakesReferrals agency={agency} /> },
        { key: 'Specialises in', value: strands.length > 0 ? strands.join(' · ') : 'All strands equally' },
        { key: 'Serves', value: wards.length > 0 ? wards.join(' · ') : null },
        { key: 'Receives referrals for', value: canReceive ? purposes.join(' · ') || 'Nothing yet' : null },
        { key: 'Duty telephone', value: dutyPhone ? <PhoneNumbers text={dutyPhone} /> : null },
        {
          key: 'Duty e-mail',
          value: (
            <TextLink href={`mailto:${dutyEmail}`} reload>
              {dutyEmail}
            </TextLink>
          ),
        },
      ]}
    />
  )
}

export function TakesReferrals({ agency: { canReceive, hasReceiver, takesReferrals } }: { agency: AgencyListed }) {
  if (!canReceive) return <Tag colour="grey">Does not take referrals</Tag>
  if (!hasReceiver) return <Tag colour="grey">Not joined yet</Tag>
  return takesReferrals ? <Tag colour="green">Open</Tag> : <Tag colour="orange">Paused</Tag>
}
