import { phoneParts } from '../domain/text/phone-link.ts'

/** A phone number that a telephone dials when it is pressed. Where a client has warnings, they come before it. */
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
