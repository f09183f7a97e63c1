import { fieldError } from '../../forms/form-state.ts'
import type { FieldProps } from './field.tsx'
import { describedBy, LabelledGroup } from './field.tsx'

/** An upload field; its form needs `withFile`. Browsers forget the file when the form comes back. */
export function FileInput({ accept, ...field }: FieldProps & { accept: string }) {
  const { form, name } = field
  return (
    <LabelledGroup field={field}>
      <input
        className={fieldError(form, name) ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(field)}
        aria-invalid={fieldError(form, name) ? true : undefined}
      />
    </LabelledGroup>
  )
}
