import { CONSENT_PURPOSE_IDS, CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { CATEGORY_NEVER_LEFT_OUT, DATA_CATEGORIES, OFFERED_CATEGORY_IDS } from '../../domain/consents/data-category.ts'
import { Form } from '../../forms/form.tsx'
import type { FormState } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import type { ConsentPageData } from './read-consent-page.server.ts'
import { WithoutName } from './without-name.tsx'

const SAID = {
  active: 'The client has agreed before.',
  refused: 'The client said no.',
  not_now: 'The client said not now.',
  withdrawn: 'The client withdrew consent.',
  review_due: 'The consent is due for review: ask again.',
} as const

/** The worker chooses agencies, purposes and data. The client then decides about each agency on a page of its own. */
export function ConsentSetup({ page, form }: { page: ConsentPageData; form: FormState }) {
  const { case: file, agencies } = page
  const data = OFFERED_CATEGORY_IDS.filter((id) => id !== CATEGORY_NEVER_LEFT_OUT)
  return (
    <>
      <BackLink href={href('/cases/:caseId/consents', { caseId: file.caseId })}>Back to the consents</BackLink>
      <PageTitle caption="Ask what may be shared" reference={file.reference}>
        {file.clientName}
      </PageTitle>
      <p className="govuk-body">Prepare the question here. The client then reads and decides about each agency.</p>
      {file.interpreterNeeded || !['', 'English'].includes(file.language) ? (
        <InsetText>
          The question is in English, and the case says: {file.language || 'English'}
          {file.interpreterNeeded ? ', needs an interpreter' : ''}. Have it read to the client in their language.
        </InsetText>
      ) : null}
      <Form method="get" action={href('/cases/:caseId/consents/ask', { caseId: file.caseId })} form={form} reload>
        <Checkboxes
          form={form}
          name="to"
          label="Which agencies?"
          hint="Choose all that you want to ask about now. The client is asked about one agency at a time."
          choices={agencies.map(({ agencyId, name, reason, offers, said }) => ({
            value: agencyId,
            label: name,
            hint: [said ? SAID[said] : '', reason, offers.replace(/(?<=\w)$/, '.')].filter(Boolean).join(' '),
          }))}
        />
        <Checkboxes
          form={form}
          name="purposes"
          label="What for?"
          choices={CONSENT_PURPOSE_IDS.map((value) => ({ value, label: CONSENT_PURPOSES[value].label }))}
        />
        <Checkboxes
          form={form}
          name="data"
          label="What would they need to know?"
          hint="We always share how to contact the client safely and their communication needs. Choose no more than is needed."
          choices={data.map((value) => ({ value, label: DATA_CATEGORIES[value].label }))}
        />
        <WithoutName form={form} also=" The client reads this in the question." />
        <Button>Show it to the client</Button>
      </Form>
    </>
  )
}
