import { DATA_CATEGORIES } from '../../../domain/consents/data-category.ts'
import { Details } from '../../../ui/details.tsx'
import { sayInstant } from '../../../ui/time/say-time.ts'
import type { SentReferral } from '../sent/read-sent-referral.server.ts'
import { PackageView } from './package-view.tsx'

type Version = SentReferral['packages'][number]

/** All versions that were shared, newest first; earlier versions do not change. */
export function PackageHistory({ packages, hidden, now }: { packages: Version[]; hidden: boolean; now: string }) {
  const [newest, ...earlier] = packages
  if (!newest) return null
  return (
    <>
      <h2 className="govuk-heading-m govuk-!-margin-top-6">What was shared</h2>
      {hidden ? (
        <p className="govuk-body">
          <strong>The other agency can no longer see this.</strong> It stays here as a record of what was shared.
        </p>
      ) : null}
      <p className="govuk-body">
        {newest.version > 1 ? `Version ${newest.version}, shared ` : 'Shared '}
        {sayInstant(newest.sharedAt, now)} by {newest.sharedByName}
        {newest.amendmentReason ? `: ${newest.amendmentReason}` : '.'}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {newest.categories.map((category) => (
          <li key={category}>{DATA_CATEGORIES[category].label}</li>
        ))}
      </ul>
      <Details summary="See it as they see it" open={!hidden}>
        <PackageView content={newest.content} headingLevel={3} />
      </Details>
      {earlier.map((one) => (
        <Details
          key={one.version}
          summary={`Version ${one.version}, shared ${sayInstant(one.sharedAt, now)} by ${one.sharedByName}`}
        >
          {one.amendmentReason ? <p className="govuk-body">{one.amendmentReason}</p> : null}
          <PackageView content={one.content} headingLevel={3} />
        </Details>
      ))}
    </>
  )
}
