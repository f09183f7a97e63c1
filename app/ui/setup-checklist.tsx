import { InsetText } from './inset-text.tsx'
import { TextLink } from './text-link.tsx'

interface SetupChecklistProps {
  heading: string
  parts: readonly { words: string; href: string | null }[]
}

/** What a new portal or agency still needs, with links to the pages that provide it. Nothing when all is done. */
export function SetupChecklist({ heading, parts }: SetupChecklistProps) {
  if (parts.length === 0) return null
  return (
    <InsetText>
      <h2 className="govuk-heading-m">{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {parts.map(({ words, href }) => (
          <li key={words}>{href ? <TextLink href={href}>{words}</TextLink> : words}</li>
        ))}
      </ul>
    </InsetText>
  )
}
