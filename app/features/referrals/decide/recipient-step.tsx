import { CONSENT_PURPOSE_IDS, CONSENT_PURPOSES } from '../../../domain/consents/consent-purpose.ts'
import { Form } from '../../../forms/form.tsx'
import { EMPTY_FORM, filledWith, withError } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'
import { PhoneNumbers } from '../../../ui/phone-numbers.tsx'
import type { ReferPageData } from './read-refer-page.server.ts'
import { referAddress } from './refer-address.ts'

/** The form after it was sent without a choice. */
export const NONE_CHOSEN = withError(EMPTY_FORM, 'to', 'Choose an agency')

/** Step 1: the recipient. Suggested by strand and need, with what each agency offers and whether it takes referrals. */
export function RecipientStep({ data }: { data: ReferPageData }) {
  const { recipient } = data
  return (
    <section aria-labelledby="to-whom">
      <h2 className="govuk-heading-m" id="to-whom" data-next-step={recipient ? undefined : data.purpose}>
        1. Who to refer to
      </h2>
      {recipient ? <ChosenRecipient data={data} recipient={recipient} /> : <RecipientChoice data={data} />}
    </section>
  )
}

interface ChosenProps {
  data: ReferPageData
  recipient: NonNullable<ReferPageData['recipient']>
}

function ChosenRecipient({ data, recipient }: ChosenProps) {
  const choice = { caseId: data.case.caseId, purpose: data.purpose, reroutedFromId: data.rerouted?.referralId }
  const change = { label: 'Change', href: referAddress(choice) }
  return (
    <SummaryList
      rows={[
        { key: 'Agency', value: <strong>{recipient.name}</strong>, action: { ...change, about: 'the agency' } },
        { key: 'For', value: CONSENT_PURPOSES[data.purpose].label, action: { ...change, about: 'the purpose' } },
        { key: 'They offer', value: recipient.offers || null },
        { key: 'Open', value: recipient.hours || null },
        { key: 'Duty phone', value: recipient.dutyPhone ? <PhoneNumbers text={recipient.dutyPhone} /> : null },
        {
          key: 'New referrals',
          value: recipient.takesReferrals ? 'They take new referrals' : 'They take no new referrals at present',
        },
      ]}
    />
  )
}

function RecipientChoice({ data }: { data: ReferPageData }) {
  const { case: file, purpose, suggestions, rerouted } = data
  const purposes = CONSENT_PURPOSE_IDS.map((value) => ({ value, label: CONSENT_PURPOSES[value].label }))
  const reroutes = rerouted ? <HiddenField name="reroutes" value={rerouted.referralId} /> : null
  const action = href('/cases/:caseId/refer', { caseId: file.caseId })
  return (
    <>
      <Form method="get" action={action}>
        {reroutes}
        <Select form={filledWith({ purpose })} name="purpose" label="What is it for?" options={purposes} />
        <Button variant="secondary">Show agencies that offer this</Button>
      </Form>
      {suggestions.length === 0 ? (
        <EmptyState why="No agency of the partnership takes referrals for this purpose. Choose another purpose above." />
      ) : (
        <Form method="get" action={action}>
          {reroutes}
          <HiddenField name="purpose" value={purpose} />
          <HiddenField name="chosen" value="yes" />
          <Radios
            form={data.noneChosen ? NONE_CHOSEN : EMPTY_FORM}
            name="to"
            label="Agencies, best match first"
            choices={suggestions.map((one) => ({
              value: one.agencyId,
              label: one.name,
              hint: <Suggestion {...one} />,
            }))}
          />
          <Button>Choose this agency</Button>
        </Form>
      )}
    </>
  )
}

function Suggestion({ reason, offers, hours, agreed }: ReferPageData['suggestions'][number]) {
  return (
    <>
      <strong>{agreed ? 'The client has agreed to share with them.' : 'The client has not agreed yet.'}</strong>{' '}
      {reason}
      {offers ? <> {offers.replace(/\.?$/, '.')}</> : null}
      {hours ? <> Open: {hours.replace(/\.?$/, '.')}</> : null}
    </>
  )
}
