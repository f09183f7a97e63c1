import { z } from 'zod'
import { CONSENT_PURPOSES } from '../../../domain/consents/consent-purpose.ts'
import { DATA_CATEGORIES } from '../../../domain/consents/data-category.ts'
import { ASKED_BY } from '../../../domain/referrals/referral-decision.ts'
import { SUMMARY_LENGTH } from '../../../domain/referrals/referral-package.ts'
import { typedInstantField } from '../../../forms/date-fields.server.ts'
import {
  choiceOf,
  choicesOf,
  neededText,
  optionalChoiceOf,
  typedText,
  YES_NO,
} from '../../../forms/form-fields.server.ts'
import { seenEntries } from '../inbox/received-entries.server.ts'

/** For hidden fields, whose value the page itself sent. */
const FORM_NOT_WHOLE = 'This form is not complete: open the page again'

/** The fields of a decision to refer. The case is in the form's address. */
export const decisionEntries = {
  recipientAgencyId: z.uuid({ error: 'Choose who to refer to' }),
  purpose: choiceOf(CONSENT_PURPOSES, 'Choose what the referral is for'),
  askedBy: choiceOf(ASKED_BY, 'Say whether the client agreed to it or asked for it'),
  decidedAt: typedInstantField('recorded'),
  reroutedFromId: z.uuid({ error: FORM_NOT_WHOLE }).or(z.literal('')).default(''),
}

/** The referrer's own words to the recipient. */
export const wordsEntries = {
  summary: typedText(SUMMARY_LENGTH),
  othersAtRisk: typedText(500),
  workerSafety: typedText(500),
}

/** The client's answers to safety questions that were missing. */
export const safetyEntries = {
  safeToCall: optionalChoiceOf(YES_NO),
  safeToVoicemail: optionalChoiceOf(YES_NO),
  safeToText: optionalChoiceOf(YES_NO),
  safeToEmail: optionalChoiceOf(YES_NO),
  safeToPost: optionalChoiceOf(YES_NO),
  trustedPerson: typedText(300),
}

export type SafetyAnswers = Partial<z.output<z.ZodObject<typeof safetyEntries>>>

/** A form whose safety answers are optional, since usually none is missing. */
export type WithSafety<Form extends z.ZodObject> = Omit<z.output<Form>, keyof SafetyAnswers> & SafetyAnswers

/** The data categories that the page showed: the gate checks exactly these. */
export const categoriesEntries = {
  categories: choicesOf(DATA_CATEGORIES),
}

export const amendmentEntries = {
  ...seenEntries,
  ...safetyEntries,
  ...wordsEntries,
  ...categoriesEntries,
  reason: neededText(500, 'Enter what changes and why. The other agency reads this'),
}
