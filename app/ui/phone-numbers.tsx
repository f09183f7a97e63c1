import { phoneParts } from '../domain/text/phone-link.ts'

/** Phone numbers as links that dial. If the client has warnings, show them first. */
export function PhoneNumbers({ text }: { text: string }) {
  return phoneParts(text).map(({ text: part, href }) =>
    href ? (
      <a key={part} href={href} className="govuk-link accord-phone">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
