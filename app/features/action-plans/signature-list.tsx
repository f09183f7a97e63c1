import { Instant } from '../../ui/time/time.tsx'
import type { ShownSignature } from './shown-plan.ts'

/** Who signed a version, when and how. */
export function SignatureList({ signatures, now }: { signatures: readonly ShownSignature[]; now: string }) {
  if (signatures.length === 0) return <p className="govuk-body">No one has signed this version yet.</p>
  return (
    <ul className="govuk-list govuk-list--spaced">
      {signatures.map(({ signatureId, title, at, lines, drawing }) => (
        <li key={signatureId}>
          <strong>{title}</strong>, <Instant at={at} now={now} />
          {lines.map((line) => (
            <p key={line} className="govuk-hint govuk-!-margin-bottom-0">
              {line}
            </p>
          ))}
          {drawing ? (
            <svg className="accord-signature" viewBox="0 0 600 200" role="img" aria-label="The client’s signature">
              <path d={drawing} fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
            </svg>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
