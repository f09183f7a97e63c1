import { CLIENT_WISHES } from '../../domain/options/client-wish.ts'
import type { FormState } from '../../forms/form-state.ts'
import { Radios } from './radios.tsx'
import { TextArea } from './text-area.tsx'

interface ClientWishProps {
  form: FormState
  /** The question, naming what the agency would do. */
  label: string
  hint?: string
}

/** What the client wants about what the agency is going to do for them (G8). Nothing is chosen beforehand. */
export function ClientWishFields({ form, label, hint }: ClientWishProps) {
  return (
    <Radios
      form={form}
      name="clientWish"
      label={label}
      labelSize="m"
      hint={hint ?? 'The agency does nothing for the client that the client does not want.'}
      choices={Object.entries(CLIENT_WISHES).map(([value, wish]) => ({
        value,
        label: wish.label,
        reveal:
          value === 'not_asked' ? (
            <TextArea form={form} name="clientWishReason" label="Why was the client not asked?" rows={2} />
          ) : undefined,
      }))}
    />
  )
}
