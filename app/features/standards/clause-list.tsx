import {
  CLAUSES,
  listClausesOf,
  listPointsOf,
  type PublishedClauseId,
  STANDARD_SECTIONS,
} from '../../domain/standards/clause.ts'
import { SERVICE_STANDARDS, type ServiceStandard } from '../../domain/standards/service-standard.ts'
import type { HowKept } from './read-how-kept.server.ts'

/** The standard as published, each timed clause with this agency's results. */
export function ClauseList({ howKept }: { howKept: HowKept | null }) {
  return STANDARD_SECTIONS.map((section) => (
    <section key={section.letter} aria-labelledby={`section-${section.letter}`}>
      <h2 className="govuk-heading-m" id={`section-${section.letter}`}>
        {sentenceCase(section.heading)}
      </h2>
      {section.introduction ? <p className="govuk-body">{section.introduction}</p> : null}
      <dl className="accord-clauses">
        {listClausesOf(section).map((clauseId) => (
          <Clause key={clauseId} clauseId={clauseId} howKept={howKept} />
        ))}
      </dl>
    </section>
  ))
}

function Clause({ clauseId, howKept }: { clauseId: PublishedClauseId; howKept: HowKept | null }) {
  const points = listPointsOf(clauseId)
  const timed = SERVICE_STANDARDS.filter(({ published }) => published === clauseId)
  return (
    <>
      <dt className="accord-clauses__id" id={clauseId}>
        {clauseId}
      </dt>
      <dd className="accord-clauses__wording">
        {CLAUSES[clauseId].wording}
        {points.length > 0 ? (
          <ul className="govuk-list govuk-list--bullet">
            {points.map((pointId) => (
              <li key={pointId}>{CLAUSES[pointId].wording}</li>
            ))}
          </ul>
        ) : null}
        {timed.map((standard) => (
          <p key={standard.clause} className="accord-clauses__timed">
            {standard.title}: {sayTimeLimit(standard.within)}
            {howKept ? <> {keptWords(howKept[standard.clause])}</> : null}
          </p>
        ))}
      </dd>
    </>
  )
}

function sayTimeLimit(within: ServiceStandard['within']): string {
  const { count, unit } = within
  const span = `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
  if (unit === 'working days') return `within ${span}, not counting the day it starts.`
  if (unit === 'hours') return `within ${span}, day and night.`
  if (unit === 'months') return `not before ${span} have passed. This is a condition for closing, not a deadline.`
  const moved = within.rollForward ? ' If the last day is not a working day, the next working day counts.' : ''
  return `within ${span}. Weekends and bank holidays count.${moved}`
}

function keptWords(kept: HowKept[keyof HowKept]): string {
  if (kept === undefined) return ''
  if (kept === null) return 'Your agency, last three months: fewer than 5 fell due, too few to show.'
  return `Your agency, last three months: ${kept.inTime} of ${kept.due} in time.`
}

function sentenceCase(heading: string): string {
  return heading === heading.toUpperCase() ? heading.charAt(0) + heading.slice(1).toLowerCase() : heading
}
