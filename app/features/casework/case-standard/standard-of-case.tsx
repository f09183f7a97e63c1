import { Tag, type TagColour } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Instant } from '../../../ui/time/time.tsx'

interface ShownClause {
  clause: string
  wording: string
  state: string
  stateWords: string
  why: string
  proofs: { seq: number; words: string; by: string; at: Date; href: string }[]
}

const COLOURS: Record<string, TagColour> = {
  kept: 'green',
  kept_late: 'orange',
  overdue: 'red',
  to_do: 'blue',
  not_applicable: 'grey',
  later: 'grey',
}

interface StandardOfCaseProps {
  sections: readonly { heading: string; clauses: readonly ShownClause[] }[]
  now: Date
}

/** Each clause of the standard in this case: its state in words, why, and what proves it. */
export function StandardOfCase({ sections, now }: StandardOfCaseProps) {
  return sections.map(({ heading, clauses }) => (
    <section key={heading} aria-label={heading}>
      <h3 className="govuk-heading-m">{heading}</h3>
      <ul className="govuk-list accord-clocks">
        {clauses.map((shown) => (
          <ClauseItem key={shown.clause} shown={shown} now={now} />
        ))}
      </ul>
    </section>
  ))
}

function ClauseItem({ shown, now }: { shown: ShownClause; now: Date }) {
  const { clause, wording, state, stateWords, why, proofs } = shown
  return (
    <li className="accord-clock" id={clause}>
      <p className="govuk-body">
        <strong>{clause}</strong> {wording}
        <br />
        <Tag colour={COLOURS[state] ?? 'grey'}>{stateWords}</Tag> {why}
      </p>
      {proofs.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {proofs.map((proof) => (
            <li key={proof.seq}>
              <TextLink href={proof.href}>{proof.words}</TextLink>, recorded by {proof.by}{' '}
              <Instant at={proof.at} now={now} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}
