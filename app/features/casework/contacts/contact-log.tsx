import {
  CONTACT_CHANNELS,
  CONTACT_OUTCOMES,
  type ContactChannel,
  type ContactOutcome,
} from '../../../domain/cases/contact.ts'
import { unsafeContactInWords } from '../../../domain/cases/unsafe-contact.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Instant } from '../../../ui/time/time.tsx'

interface Logged {
  contactId: string
  contactedAt: Date
  channel: ContactChannel
  succeeded: boolean
  result: ContactOutcome
  note: string
  by: string
  errorAt: Date | null
  errorReason: string
  unsafeAnswers: readonly string[]
  unsafeReason: string
}

interface ContactLogProps {
  caseId: string
  contacts: readonly Logged[]
  possible: boolean
  now: Date
}

/** Every contact and attempt, latest first. Those entered in error stay, marked. */
export function ContactLog({ caseId, contacts, possible, now }: ContactLogProps) {
  const record = possible ? (
    <ButtonLink href={href('/cases/:caseId/contacts/new', { caseId })}>Record a contact</ButtonLink>
  ) : null
  if (contacts.length === 0) {
    const why = possible
      ? 'No attempt to reach the client is recorded yet.'
      : 'Contact with this client is not possible, so there is nothing to record.'
    return <EmptyState why={why}>{record}</EmptyState>
  }
  return (
    <>
      {record}
      <ListTable
        caption="Contacts"
        rows={contacts}
        rowKey={({ contactId }) => contactId}
        columns={[
          {
            key: 'at',
            header: 'When',
            cell: ({ contactedAt }) => <Instant at={contactedAt} now={now} />,
            rowHeading: true,
          },
          { key: 'outcome', header: 'Result', cell: (logged) => <Outcome logged={logged} />, value: null },
          { key: 'channel', header: 'How', cell: ({ channel }) => CONTACT_CHANNELS[channel].label },
          { key: 'by', header: 'By', cell: ({ by }) => by },
          {
            key: 'error',
            header: 'Correction',
            value: null,
            cell: ({ contactId, errorAt, errorReason }) =>
              errorAt ? (
                errorReason
              ) : (
                <TextLink
                  href={href('/cases/:caseId/contacts/:contactId/error', { caseId, contactId })}
                  about="this contact"
                >
                  Mark as entered in error
                </TextLink>
              ),
          },
        ]}
      />
    </>
  )
}

function Outcome({ logged }: { logged: Logged }) {
  const { errorAt, succeeded, result, note, unsafeAnswers, unsafeReason } = logged
  const words = CONTACT_OUTCOMES[result].label
  return (
    <>
      {errorAt ? (
        <Tag colour="grey">In error</Tag>
      ) : (
        <Tag colour={succeeded ? 'green' : 'blue'}>{succeeded ? 'Reached' : 'Tried'}</Tag>
      )}{' '}
      {errorAt ? <s>{words}</s> : words}
      {unsafeAnswers.length > 0 ? (
        <p className="govuk-body-s">
          <Tag colour="red">Not safe</Tag> {unsafeContactInWords(unsafeAnswers, unsafeReason)}
        </p>
      ) : null}
      {note ? <p className="govuk-body-s accord-own-words">{note}</p> : null}
    </>
  )
}
