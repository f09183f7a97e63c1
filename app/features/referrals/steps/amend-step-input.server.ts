import { z } from 'zod'
import { CONTACT_CHANNELS, type ContactChannel } from '../../../domain/cases/contact.ts'
import type { UnsafeContactConfirmation } from '../../../domain/cases/unsafe-contact.ts'
import { typedDayField } from '../../../forms/date-fields.server.ts'
import { neededText, optionalChoiceOf, tickedBox, typedText } from '../../../forms/form-fields.server.ts'
import { unsafeContactEntries } from '../../../forms/unsafe-contact-entries.server.ts'
import { MESSAGE_LENGTH } from '../inbox/received-entries.server.ts'

export const amendStepInput = z.object({
  errorReason: neededText(500, 'Say what was wrong'),
  neverHappened: tickedBox(),
  reason: typedText(60),
  channel: optionalChoiceOf(CONTACT_CHANNELS),
  suggestedAgencyId: z.uuid({ error: 'Choose an agency from the list' }).or(z.literal('')).default(''),
  nextTryOn: typedDayField('correctedPlan'),
  message: typedText(MESSAGE_LENGTH),
  ...unsafeContactEntries,
})

export type AmendStepInput = Omit<z.output<typeof amendStepInput>, keyof UnsafeContactConfirmation | 'channel'> &
  UnsafeContactConfirmation & { channel?: ContactChannel | null; referralId: string; stepId: string }
