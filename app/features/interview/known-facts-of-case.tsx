import { InsetText } from '../../ui/inset-text.tsx'

interface KnownFactsProps {
  facts: readonly { heading: string; sentences: readonly string[] }[]
}

/** What the case knows already, before the questions of a section. */
export function KnownFactsOfCase({ facts }: KnownFactsProps) {
  if (facts.length === 0) return null
  return (
    <InsetText>
      <h2 className="govuk-heading-s">The case already says</h2>
      {facts.map(({ heading, sentences }) => (
        <div key={heading}>
          <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{heading}</p>
          {sentences.map((sentence) => (
            <p key={sentence} className="govuk-body accord-own-words">
              {sentence}
            </p>
          ))}
        </div>
      ))}
    </InsetText>
  )
}
