import type { ReactNode } from 'react'

interface SafeContactProps {
  /** The heading, as the page needs it: "How to reach Amara Diallo safely". */
  heading: string
  /** Shown before any number: "Do not leave voicemail", "Her husband must not know". */
  warnings: readonly string[]
  /** Language, interpreter, BSL. Shown before any number. */
  needs: readonly string[]
  /** "Weekdays 10:00 to 12:00" */
  callWindow?: string
  /** Phone, e-mail, letter. A value that the person may not see yet is a link to the page that asks for the reason. */
  channels: readonly { label: string; value: ReactNode }[]
  headingLevel?: 2 | 3
}

/** How to reach a client safely. The order is deliberate: warnings, needs, safe times, and only then the numbers. */
export function SafeContactSummary({
  heading,
  warnings,
  needs,
  callWindow,
  channels,
  headingLevel = 2,
}: SafeContactProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <section className={warnings.length > 0 ? 'accord-contact accord-contact--careful' : 'accord-contact'}>
      <Heading className="govuk-heading-s">{heading}</Heading>
      {warnings.length > 0 ? (
        <ul className="govuk-list accord-contact__warnings">
          {warnings.map((warning) => (
            <li key={warning}>
              <span className="govuk-visually-hidden">Warning: </span>
              {warning}
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="accord-contact__facts">
        {needs.length > 0 ? <Fact term="Needs" value={needs.join(', ')} /> : null}
        {callWindow ? <Fact term="Safe to call" value={callWindow} /> : null}
        {channels.map(({ label, value }) => (
          <Fact key={label} term={label} value={value} />
        ))}
      </dl>
    </section>
  )
}

function Fact({ term, value }: { term: string; value: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
