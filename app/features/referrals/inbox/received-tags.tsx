import { referralStatus } from '../../../domain/referrals/referral-status.ts'
import { RiskTag } from '../../../ui/risk-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { ViolenceTag } from '../../../ui/violence-tag.tsx'
import type { ReceivedReferral } from './read-received.server.ts'

export function ReceivedTags({ page }: { page: ReceivedReferral }) {
  const { state, serious, current, steps } = page
  const risk = current?.risk
  const late = steps.some(({ move }) => move === 'expire')
  return (
    <p className="govuk-body">
      <Tag colour="blue">{referralStatus(page.track.progress)}</Tag>{' '}
      {risk === 'high' || risk === 'medium' ? <RiskTag level={risk} alone /> : null}{' '}
      <ViolenceTag serious={serious && current !== null} />{' '}
      {late && state !== 'expired' ? <Tag colour="orange">Answered late</Tag> : null}
    </p>
  )
}
