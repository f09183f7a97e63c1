import { href } from '../../href.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time/time.tsx'

type At = Date | string

interface ShownPaper {
  paper: string
  label: string
  /** Why the paper cannot be made now; empty if it can. */
  why: string
  formats: readonly { format: string; label: string }[]
  order: boolean
  orderedAt: At | null
  given: { givenAt: At; how: string } | null
}

interface PapersListProps {
  caseId: string
  papers: readonly ShownPaper[]
  now: At
}

/** Each paper with its formats to download, and how it was last given. */
export function PapersList({ caseId, papers, now }: PapersListProps) {
  return papers.map((paper) => (
    <section key={paper.paper} aria-labelledby={paper.paper}>
      <h3 className="govuk-heading-s" id={paper.paper}>
        {paper.label}
      </h3>
      {paper.given ? (
        <p className="govuk-body">
          Given <Instant at={paper.given.givenAt} now={now} />. {paper.given.how}.
        </p>
      ) : (
        <p className="govuk-body">{paper.why || 'Not given yet.'}</p>
      )}
      {paper.why ? null : <PaperLinks caseId={caseId} paper={paper} now={now} />}
    </section>
  ))
}

function PaperLinks({
  caseId,
  paper: { paper, label, formats, order, orderedAt },
  now,
}: {
  caseId: string
  paper: ShownPaper
  now: At
}) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {formats.map(({ format, label: name }) => (
        <li key={format}>
          <TextLink href={href('/cases/:caseId/papers/:paper', { caseId, paper }, { language: 'en', format })} reload>
            Make and download<span className="govuk-visually-hidden"> “{label}”</span> in {name}
          </TextLink>
        </li>
      ))}
      {order ? (
        <li>
          <TextLink href={href('/cases/:caseId/papers/:paper/braille', { caseId, paper })}>
            Order it in Braille<span className="govuk-visually-hidden">: “{label}”</span>
          </TextLink>
          {orderedAt ? (
            <>
              {' '}
              (ordered <Instant at={orderedAt} now={now} />)
            </>
          ) : null}
        </li>
      ) : null}
      <li>
        {paper === 'support_pack' ? (
          <TextLink href={href('/cases/:caseId/support-pack', { caseId })}>Record what was given of the pack</TextLink>
        ) : (
          <TextLink href={href('/cases/:caseId/papers/:paper/give', { caseId, paper })}>
            Record that it was given<span className="govuk-visually-hidden">: “{label}”</span>
          </TextLink>
        )}
      </li>
    </ul>
  )
}
