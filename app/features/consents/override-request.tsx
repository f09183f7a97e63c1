import { CONSENT_PURPOSE_IDS, CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { DATA_CATEGORIES, OFFERED_CATEGORY_IDS } from '../../domain/consents/data-category.ts'
import { OVERRIDE_GROUNDS, WHY_NO_CONSENT, type WhyNoConsent } from '../../domain/consents/override.ts'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { DangerBanner } from '../../ui/danger-banner.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import type { ConsentPageData } from './read-consent-page.server.ts'
import { WithoutName } from './without-name.tsx'

interface OverrideRequestProps {
  page: ConsentPageData
  /** Where the case contradicts each reason, to read before choosing. */
  hints: Record<WhyNoConsent, string>
  form: FormState
  idempotencyKey: string
}

/** Asks a manager to authorise sharing without consent: slow on purpose. The request itself shares nothing. */
export function OverrideRequestPage({ page, hints, form, idempotencyKey }: OverrideRequestProps) {
  const { case: file, agencies } = page
  return (
    <>
      <BackLink href={href('/cases/:caseId/consents', { caseId: file.caseId })}>Back to the consents</BackLink>
      <DangerBanner title="Sharing without consent">
        <p>
          If anyone is in danger now, call 999 first. Use this page to ask a manager to authorise one referral without
          the client’s consent. Both agencies see it marked in red, and the portal counts it.
        </p>
      </DangerBanner>
      <PageTitle caption="Ask a manager to authorise sharing" reference={file.reference}>
        {file.clientName}
      </PageTitle>
      <Form idempotencyKey={idempotencyKey} form={form}>
        <Select
          form={form}
          name="recipientAgencyId"
          label="Which agency must know?"
          emptyLabel="Choose an agency"
          options={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        />
        <Select
          form={form}
          name="purpose"
          label="What for?"
          emptyLabel="Choose a purpose"
          options={CONSENT_PURPOSE_IDS.map((value) => ({ value, label: CONSENT_PURPOSES[value].label }))}
        />
        <Radios form={form} name="ground" label="What is the legal ground?" choices={labelled(OVERRIDE_GROUNDS)} />
        <Radios
          form={form}
          name="whyNoConsent"
          label="Why is there no consent?"
          choices={labelled(WHY_NO_CONSENT).map((choice) => ({
            ...choice,
            hint: hints[choice.value as WhyNoConsent] || undefined,
          }))}
        />
        <TextArea
          form={form}
          name="necessity"
          label="Why must it be shared, and why now?"
          hint="Say what would happen if it is not shared, and why sharing less would not be enough"
          maxLength={2000}
        />
        <Checkboxes
          form={form}
          name="categories"
          label="What the agency must know, and no more"
          hint={`Without “${DATA_CATEGORIES.safe_contact.label.toLowerCase()}” you cannot send anything`}
          choices={OFFERED_CATEGORY_IDS.map((value) => ({ value, label: DATA_CATEGORIES[value].label }))}
        />
        <WithoutName form={form} />
        <Radios
          form={form}
          name="clientTold"
          label="Have you told the client that it will be shared?"
          choices={[
            { value: 'yes', label: 'Yes' },
            {
              value: 'no',
              label: 'No',
              reveal: <TextArea form={form} name="notToldReason" label="Why not?" rows={3} />,
            },
          ]}
        />
        <Button variant="warning">Ask a manager</Button>
      </Form>
    </>
  )
}

function labelled(table: Readonly<Record<string, { label: string }>>) {
  return Object.entries(table).map(([value, { label }]) => ({ value, label }))
}
