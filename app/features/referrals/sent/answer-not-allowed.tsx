import { href } from '../../../href.ts'
import { ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { referAddress } from '../decide/refer-address.ts'
import type { AnswerToGive } from './read-answer-to-give.server.ts'

/** Replaces the answer form if the client no longer agrees to what was shared: the reason, and the next step. */
export function AnswerNotAllowed({ page }: { page: AnswerToGive }) {
  const { sent, recipientAgencyId, byOverride, missing } = page
  const { caseId, purpose, referralId } = sent
  return (
    <>
      <InsetText>
        <strong>Not allowed now.</strong> {missing}
      </InsetText>
      <ButtonGroup>
        {byOverride ? null : (
          <ButtonLink href={referAddress({ caseId, purpose, recipientAgencyId }, 'consents/new')}>
            Ask the client
          </ButtonLink>
        )}
        <TextLink href={href('/sent/:referralId', { referralId })}>Go back without changing anything</TextLink>
      </ButtonGroup>
    </>
  )
}
