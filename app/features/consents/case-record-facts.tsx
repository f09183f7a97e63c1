import { InsetText } from '../../ui/inset-text.tsx'
import { WarningText } from '../../ui/warning-text.tsx'
import type { OverrideInFull } from './read-overrides.server.ts'

/** The requester and the manager both read it. */
export function Contradictions({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return <WarningText>This request contradicts the case. {sentences.join(' ')}</WarningText>
}

/** The facts of the case that a manager needs before deciding. */
export function CaseRecordFacts({ record: { accounts, contacts, answers } }: Pick<OverrideInFull, 'record'>) {
  return (
    <>
      <h2 className="govuk-heading-m">What the case says</h2>
      {accounts.map((account) => (
        <InsetText key={account}>
          <span className="accord-own-words">{account}</span>
        </InsetText>
      ))}
      <Sentences heading="Attempts to reach the client" rows={contacts} none="No contact is recorded." />
      <Sentences heading="What the client answered about sharing" rows={answers} none="The client was not asked." />
    </>
  )
}

function Sentences(props: { heading: string; rows: readonly { id: string; words: string }[]; none: string }) {
  return (
    <>
      <h3 className="govuk-heading-s">{props.heading}</h3>
      {props.rows.length === 0 ? <p className="govuk-body">{props.none}</p> : null}
      <ul className="govuk-list govuk-list--bullet">
        {props.rows.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </>
  )
}

/** Who can decide, if the reader cannot. */
export function WhoDecides({ mine, deciders }: OverrideInFull) {
  if (deciders.length === 0) {
    return (
      <WarningText>
        No manager in your agency can decide this. The manager must not be the person who requested it, or have added
        that person in the last 30 days. Call the partnership’s administrator today and ask them to make a colleague a
        manager. If there is danger now, call 999.
      </WarningText>
    )
  }
  return (
    <p className="govuk-body">
      {mine ? 'You requested this yourself, so someone else must decide' : 'A manager has to decide this'}:{' '}
      {deciders.join(' or ')}.
    </p>
  )
}
