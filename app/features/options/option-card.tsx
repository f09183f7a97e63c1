import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { Tag, type TagColour } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time/time.tsx'
import type { OptionCardData } from './read-options-page.server.ts'

interface OptionCardProps {
  caseId: string
  card: OptionCardData
  now: Date
}

type Said = NonNullable<OptionCardData['newest']>

const COLOURS: Readonly<Record<string, TagColour>> = {
  wants: 'green',
  not_now: 'blue',
  no: 'grey',
  not_relevant: 'grey',
}

/** One option of G7: what to tell the client, what the client says, and what follows. */
export function OptionCard({ caseId, card, now }: OptionCardProps) {
  const { option, label, text, newest, earlier, steps } = card
  return (
    <div className="govuk-summary-card" id={option}>
      <div className="govuk-summary-card__title-wrapper">
        <h3 className="govuk-summary-card__title">{label}</h3>
        <div className="govuk-summary-card__actions">
          <TextLink href={href('/cases/:caseId/options/:option', { caseId, option })}>
            {newest ? 'Record a new answer' : 'Record the answer'}
            <span className="govuk-visually-hidden"> about: {label}</span>
          </TextLink>
        </div>
      </div>
      <div className="govuk-summary-card__content">
        <SummaryList
          rows={[
            { key: 'What it is', value: text.what },
            { key: 'Who does it', value: text.who },
            { key: 'How long it takes', value: text.howLong },
            { key: 'The client says', value: newest ? <Answer said={newest} now={now} /> : 'Not discussed yet' },
            { key: 'What followed', value: steps.record.length > 0 ? <Record steps={steps} /> : null },
            { key: 'What comes next', value: steps.note || null },
          ]}
        />
        {earlier.length > 0 ? (
          <Details summary={earlier.length === 1 ? 'Earlier answer' : `${earlier.length} earlier answers`}>
            {earlier.map((said) => (
              <p key={said.answerId} className="govuk-body">
                <Answer said={said} now={now} />
              </p>
            ))}
          </Details>
        ) : null}
        {steps.next ? (
          <ButtonLink href={steps.next.href} variant="secondary" about={`for: ${label}`}>
            {steps.next.label}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  )
}

function Answer({ said: { answer, label, reason, discussedAt, recordedByName }, now }: { said: Said; now: Date }) {
  return (
    <>
      <Tag colour={COLOURS[answer] ?? 'grey'}>{label}</Tag> <Instant at={discussedAt} now={now} />, recorded by{' '}
      {recordedByName}
      {reason ? (
        <>
          <br />
          <span className="accord-own-words">{reason}</span>
        </>
      ) : null}
    </>
  )
}

function Record({ steps }: { steps: OptionCardData['steps'] }) {
  return (
    <ul className="govuk-list">
      {steps.record.map(({ id, href: to, label, state }) => (
        <li key={id}>
          <TextLink href={to}>{label}</TextLink>: {state}
        </li>
      ))}
    </ul>
  )
}
