import { z } from 'zod'
import { STRANDS } from '../../domain/cases/strand.ts'
import { CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { AGENCY_TYPES } from '../../domain/partnership/agency.ts'
import { WARD_NAMES } from '../../domain/partnership/ward.ts'
import { choiceOf, choicesOf, neededEmail, neededText, typedPhone } from '../../forms/form-fields.server.ts'

/** What a manager may change about their own agency. */
export const agencyEntries = {
  offers: neededText(600, 'Enter what you offer. Other agencies read this when they choose where to refer'),
  hours: neededText(200, 'Enter your opening hours, like Monday to Friday, 09:00 to 17:00'),
  strands: choicesOf(STRANDS),
  purposes: choicesOf(CONSENT_PURPOSES),
  wards: choicesOf(WARD_NAMES),
  takesReferrals: z
    .enum(['yes', 'no'], 'Choose whether you take new referrals')
    .transform((answer) => answer === 'yes'),
  dutyEmail: neededEmail(
    'Enter the duty e-mail address',
    'Enter an e-mail address that your staff read every working day',
  ),
  dutyPhone: typedPhone(),
}

export const newAgencyInput = z.object({
  kind: choiceOf(AGENCY_TYPES, 'Choose what kind of agency it is'),
  name: neededText(120, 'Enter the agency’s name'),
  initials: z
    .string('Enter two to four letters')
    .trim()
    .transform((letters) => letters.toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{2,4}$/, 'Enter two to four letters. Every case reference begins with them')),
  dutyEmail: agencyEntries.dutyEmail,
})

export type AgencyInput = z.output<z.ZodObject<typeof agencyEntries>>
export type NewAgencyInput = z.output<typeof newAgencyInput>
