import { Link } from '@remix-run/react'
import { href } from '../../href.ts'
import { Instant } from '../../ui/time/time.tsx'

interface ListedVersion {
  planId: string
  version: number
  stateLabel: string
  agreedAt: Date | null
  fingerprint: string | null
}

interface VersionListProps {
  caseId: string
  versions: readonly ListedVersion[]
  now: string
}

/** All versions of a plan. The fingerprint proves that a copy says what was signed. */
export function VersionList({ caseId, versions, now }: VersionListProps) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {versions.map(({ planId, version, stateLabel, agreedAt, fingerprint }) => (
        <li key={planId}>
          <Link to={href('/cases/:caseId/plan/versions/:planId', { caseId, planId })} className="govuk-link">
            Version {version}
          </Link>
          : {stateLabel.toLowerCase()}
          {agreedAt ? (
            <>
              {' '}
              (signed <Instant at={agreedAt} now={now} />)
            </>
          ) : null}
          {fingerprint ? <Fingerprint of={fingerprint} /> : null}
        </li>
      ))}
    </ul>
  )
}

export function Fingerprint({ of }: { of: string }) {
  return (
    <p className="govuk-hint accord-fingerprint">
      Fingerprint <code>{of}</code>
    </p>
  )
}
