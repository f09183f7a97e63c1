import type { PageOf } from '../../domain/drafts/draft-form.ts'
import { href } from '../../href.ts'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { PhoneNumbers } from '../../ui/phone-numbers.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { AgencyListed } from './read-agencies.server.ts'

export function AgencyFacts({ agency }: { agency: AgencyListed }) {
  const { agencyId, kind, offers, hours, strands, purposes, wards, dutyEmail, dutyPhone, canReceive, mayChange } =
    agency
  const changeOn = (page: PageOf<'change-agency'>) =>
    mayChange ? { label: 'Change', href: href('/agencies/:agencyId/change/:page', { agencyId, page }) } : undefined
  return (
    <SummaryList
      rows={[
        { key: 'Kind', value: kind },
        { key: 'Offers', value: offers || 'Not entered yet', action: changeOn('offer') },
        { key: 'Hours', value: hours || 'Not entered yet', action: changeOn('offer') },
        { key: 'New referrals', value: <TakesReferrals agency={agency} />, action: changeOn('referrals') },
        {
          key: 'Specialises in',
          value: strands.length > 0 ? strands.join(' · ') : 'All strands equally',
          action: changeOn('strands-and-wards'),
        },
        { key: 'Serves', value: wards.length > 0 ? wards.join(' · ') : null, action: changeOn('strands-and-wards') },
        {
          key: 'Receives referrals for',
          value: canReceive ? purposes.join(' · ') || 'Nothing yet' : null,
          action: changeOn('referrals'),
        },
        {
          key: 'Duty telephone',
          value: dutyPhone ? <PhoneNumbers text={dutyPhone} /> : null,
          action: changeOn('duty-contact'),
        },
        {
          key: 'Duty e-mail',
          value: (
            <TextLink href={`mailto:${dutyEmail}`} reload>
              {dutyEmail}
            </TextLink>
          ),
          action: changeOn('duty-contact'),
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
