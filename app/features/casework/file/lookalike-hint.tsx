import { href } from '../../../href.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { TextLink } from '../../../ui/text-link.tsx'

/** Cases of the same agency that may be about the same person. Only a hint: it merges nothing. */
export function LookalikeHint({ lookalikes }: { lookalikes: readonly { caseId: string; reference: string }[] }) {
  if (lookalikes.length === 0) return null
  return (
    <InsetText>
      Other cases have the same name or phone number, and may be about the same person:{' '}
      {lookalikes.map(({ caseId, reference }, index) => (
        <span key={caseId}>
          {index === 0 ? '' : ', '}
          <TextLink href={href('/cases/:caseId', { caseId })}>{reference}</TextLink>
        </span>
      ))}
      .
    </InsetText>
  )
}
