import { WARDS } from '../../domain/partnership/ward.ts'
import { type FormState, fieldError, fieldValue } from '../../forms/form-state.ts'
import { PlacePicker } from '../map/place-picker.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'

export interface PlaceOffered {
  postcodes: boolean
  /** A place already chosen by a point, in words. */
  knownPlace?: string | null
}

/** The place of an incident, for the anonymous map. A ward is enough; a postcode or a point is more exact. */
export function PlaceFields({ form, postcodes, knownPlace }: PlaceOffered & { form: FormState }) {
  return (
    <>
      <Select
        form={form}
        name="ward"
        label="Ward"
        options={WARDS.map((ward) => ({ value: ward, label: ward }))}
        emptyLabel="Not known, or not in Liverpool"
      />
      {postcodes || fieldError(form, 'postcode') ? (
        <TextInput
          form={form}
          name="postcode"
          label="Postcode of the place"
          hint="A postcode is more exact than a ward. Leave it empty if it is not known."
          width={10}
          autoComplete="off"
        />
      ) : null}
      {knownPlace ? (
        <p className="govuk-hint">{knownPlace}. This stays unless you choose another ward or enter a postcode.</p>
      ) : null}
      <PointField form={form} />
    </>
  )
}

/** Two hidden fields with the point that was chosen on the map. A refused point is not sent again. */
function PointField({ form }: { form: FormState }) {
  const error = fieldError(form, 'pointLat')
  const carried = (name: string) => (error ? '' : fieldValue(form, name))
  return (
    <div id="pointLat" tabIndex={-1} className={error ? 'govuk-form-group govuk-form-group--error' : undefined}>
      {error ? (
        <p className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      ) : null}
      <PlacePicker key={error} lat={carried('pointLat')} lng={carried('pointLng')} />
    </div>
  )
}
