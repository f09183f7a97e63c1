import type { z } from 'zod'
import {
  type AskedWish,
  CLIENT_WISHES,
  type ClientWishRefusal,
  checkClientWish,
} from '../domain/options/client-wish.ts'
import { choiceOf, typedText } from './form-fields.server.ts'
import type { FieldError } from './form-state.ts'
import { type RefusalTable, sayRefusal } from './refusal-table.server.ts'

/** Fields of every form by which the agency acts for the client (G8). `ClientWishFields` shows them. */
export const clientWishEntries = {
  clientWish: choiceOf(CLIENT_WISHES, 'Choose what the client wants'),
  clientWishReason: typedText(500),
}

/** The messages of the refusals, for a feature's table. */
export const CLIENT_WISH_REFUSALS: RefusalTable<ClientWishRefusal> = {
  'client-prefers-not': {
    field: 'clientWish',
    message: 'The client prefers not, so you cannot record this. Offer the client something else',
  },
  'client-wish-reason-missing': {
    field: 'clientWishReason',
    message: 'Enter why the client was not asked',
  },
}

/** For the `check` of a form, so that these errors appear with the schema's. Empty while no wish is chosen. */
export function clientWishErrors({
  clientWish,
  clientWishReason = '',
}: Partial<{
  [Name in keyof typeof clientWishEntries]: z.output<(typeof clientWishEntries)[Name]>
}>): readonly FieldError[] {
  const checked = clientWish ? checkClientWish({ clientWish, clientWishReason } satisfies AskedWish) : null
  return checked && !checked.ok ? sayRefusal(CLIENT_WISH_REFUSALS, checked.refusal).errors : []
}
