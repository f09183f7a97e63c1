import { InsetText } from './inset-text.tsx'
import { TextLink } from './text-link.tsx'

interface SetupChecklistProps {
  heading: string
  parts: readonly { words: string; href: string | null }[]
}

/** What is still missing on a first day, each with the page that provides it. Empty once nothing is missing. */
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
