import { href } from '../../../href.ts'
import { TextLink } from '../../../ui/text-link.tsx'

/** Warns before opening: someone who opens a letter at home may be the person who must not know. */
export function ReportLetterLink({ caseId }: { caseId: string }) {
  return (
    <div className="accord-no-print">
      <h2 className="govuk-heading-s">Letter to the client</h2>
      <p className="govuk-body">
        <TextLink href={href('/cases/:caseId/letter.pdf', { caseId })} reload>
          Download “We have received your report” (PDF)
        </TextLink>
      </p>
      <p className="govuk-hint">Give it to the client only in a way they said is safe.</p>
    </div>
  )
}
