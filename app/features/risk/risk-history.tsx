import { Details } from '../../ui/details.tsx'
import { Timeline } from '../../ui/time/timeline.tsx'
import type { RiskHistoryEntry } from './read-risk-history.server.ts'

/** All checks and changes of level. None is ever edited. */
export function RiskHistory({ entries, now }: { entries: readonly RiskHistoryEntry[]; now: string }) {
  return (
    <>
      <h3 className="govuk-heading-s">Checks and changes</h3>
      <Timeline
        now={now}
        headingLevel={4}
        entries={entries.map((entry) => ({ ...entry, children: <EntryDetails entry={entry} /> }))}
      />
    </>
  )
}

function EntryDetails({ entry: { lines, note, answers } }: { entry: RiskHistoryEntry }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line} className="govuk-body">
          {line}
        </p>
      ))}
      {note ? <p className="govuk-body accord-own-words">{note}</p> : null}
      {answers.length > 0 ? (
        <Details summary="The client’s answers">
          <dl>
            {answers.map(({ question, answer }) => (
              <div key={question}>
                <dt className="govuk-!-font-weight-bold">{question}</dt>
                <dd className="govuk-!-margin-left-0 govuk-!-margin-bottom-3">{answer}</dd>
              </div>
            ))}
          </dl>
        </Details>
      ) : null}
    </>
  )
}
