import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Instant } from '../../ui/time/time.tsx'

type At = Date | string

interface ShownPack {
  recipientId: string
  to: string
  complete: boolean
  lastGivenAt: At
  items: readonly { label: string; answer: string }[]
}

/** What each person has of the pack, the client first. */
export function PacksGiven({ packs, now }: { packs: readonly ShownPack[]; now: At }) {
  return packs.map(({ recipientId, to, complete, lastGivenAt, items }) => (
    <section key={recipientId} aria-label={`Support pack: ${to}`}>
      <h3 className="govuk-heading-s">
        {to} <Tag colour={complete ? 'green' : 'yellow'}>{complete ? 'Complete' : 'Not complete'}</Tag>
      </h3>
      <p className="govuk-body">
        Last offered <Instant at={lastGivenAt} now={now} />.
      </p>
      <SummaryList rows={items.map(({ label, answer }) => ({ key: label, value: answer }))} />
    </section>
  ))
}
