import { DATA_CATEGORIES, type DataCategory } from '../../../domain/consents/data-category.ts'
import { ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { DangerBanner } from '../../../ui/danger-banner.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { TextLink } from '../../../ui/text-link.tsx'

interface MissingConsentProps {
  missing: string
  wanted: readonly DataCategory[]
  agencyName: string
  askHref: string
  overrideHref: string
}

/**
 * Why it cannot be sent, and what to do: ask the client, or ask a manager if the law allows sharing without consent.
 */
export function MissingConsent({ missing, wanted, agencyName, askHref, overrideHref }: MissingConsentProps) {
  return (
    <>
      <InsetText>
        <p className="govuk-body">
          <strong>Not allowed yet.</strong> {missing}
        </p>
      </InsetText>
      <p className="govuk-body">With consent, {agencyName} usually needs to see:</p>
      <ul className="govuk-list govuk-list--bullet">
        {wanted.map((category) => (
          <li key={category}>{DATA_CATEGORIES[category].label}</li>
        ))}
      </ul>
      <ButtonGroup>
        <ButtonLink href={askHref}>Ask the client</ButtonLink>
        <TextLink href={overrideHref}>Ask a manager to authorise sharing without consent</TextLink>
      </ButtonGroup>
    </>
  )
}

/** Shown wherever data is, or was, shared without the client's consent. */
export function OverrideBanner({ agencyName }: { agencyName: string }) {
  return (
    <DangerBanner title="Shared without consent">
      <p>
        A manager has authorised this one referral to {agencyName}. The client has not agreed to it. It is counted, and
        both agencies see it marked.
      </p>
    </DangerBanner>
  )
}
