import { INCIDENT_TYPES, LOCATION_TYPES, POLICE_STATUS } from '../../domain/cases/incident-type.ts'
import { PERCEIVED_BY, STRANDS, type StrandId } from '../../domain/cases/strand.ts'
import type { FormState } from '../../forms/form-state.ts'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { DateInput } from '../../ui/fields/date-input.tsx'
import { PlaceFields, type PlaceOffered } from '../../ui/fields/place-fields.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { optionsOf, YES_OR_NO } from './field-options.ts'

interface Part {
  form: FormState
}

/** The reporter's own words, asked once and never changed. */
export function AccountField({ form }: Part) {
  return (
    <TextArea
      form={form}
      name="account"
      label="What happened"
      labelSize="s"
      hint="In their own words. Believe them: they do not have to prove why it happened."
      rows={8}
      maxLength={10_000}
    />
  )
}

/** The reason for hate and whether there was violence: they decide the strands and the deadline (R3, R4). */
export function StrandFields({ form, offered }: Part & { offered: readonly StrandId[] }) {
  const choices = offered.map((value) => ({ value, label: STRANDS[value].label, hint: STRANDS[value].hint }))
  return (
    <>
      <Checkboxes
        form={form}
        name="strands"
        label="Why the client, or anyone else, feels that it was hate"
        labelSize="s"
        hint="Choose all that they name."
        choices={choices}
      />
      <Select
        form={form}
        name="primaryStrand"
        label="If you chose several, which is the main one?"
        options={choices.map(({ value, label }) => ({ value, label }))}
        emptyLabel="There is only one"
      />
      <Radios
        form={form}
        name="violence"
        label="Was there violence, or a threat of violence?"
        labelSize="s"
        hint="If yes, contact the client within one working day. If no, within two."
        choices={YES_OR_NO}
        inline
      />
    </>
  )
}

export function WhenAndWhereFields({ form, ...place }: Part & PlaceOffered) {
  return (
    <>
      <DateInput
        form={form}
        name="occurredOn"
        label="When did it happen?"
        hint="For example, 23 11 2026. If they are not sure, enter the month and year, or the year alone."
      />
      <TextInput form={form} name="occurredWhen" label="Time of day, or about when" />
      <Select
        form={form}
        name="locationType"
        label="Where did it happen?"
        options={optionsOf(LOCATION_TYPES).filter(({ value }) => value !== 'not_known')}
        emptyLabel={LOCATION_TYPES.not_known.label}
      />
      <TextInput form={form} name="place" label="Place" hint="Street, building, bus route or web address" />
      <PlaceFields form={form} {...place} />
    </>
  )
}

/** What R8 counts in hours. Each choice starts 24 hours of its own. */
export function UrgentWorkFields({ form, more = false }: Part & { more?: boolean }) {
  return (
    <>
      <Checkboxes
        form={form}
        name="urgentWork"
        label={
          more
            ? 'Does anything else need to be made safe or removed?'
            : 'Does anything need to be made safe or removed?'
        }
        labelSize="s"
        hint="Each must be done within 24 hours of the report."
        choices={[
          { value: 'repair', label: 'An emergency repair, such as a door, lock or window' },
          { value: 'graffiti', label: 'Offensive graffiti' },
        ]}
      />
      <TextInput form={form} name="urgentWorkWhat" label="If so, what is it, and where exactly?" />
    </>
  )
}

/** Questions that can wait until after the call. */
export function MoreAboutIncident({ form }: Part) {
  return (
    <>
      <Checkboxes form={form} name="types" label="Kinds of incident" choices={optionsOf(INCIDENT_TYPES)} small />
      <Checkboxes
        form={form}
        name="perceivedBy"
        label="Who feels that it was hate"
        hint="If you choose no one, it is the client."
        choices={optionsOf(PERCEIVED_BY)}
        small
      />
      <Checkboxes
        form={form}
        name="ongoing"
        label="Is it still happening?"
        choices={[{ value: 'yes', label: 'It is still going on' }]}
        small
      />
      <TextInput form={form} name="injuries" label="Injuries or damage" />
      <Select
        form={form}
        name="policeStatus"
        label="What the police did"
        hint="This does not change how we treat the report."
        options={optionsOf(POLICE_STATUS).filter(({ value }) => value !== 'not_asked')}
        emptyLabel={POLICE_STATUS.not_asked.label}
      />
      <TextInput
        form={form}
        name="crimeReference"
        label="Crime reference"
        hint="Such as MS/26/104411. Leave it empty if you do not know it."
        width={20}
      />
    </>
  )
}
