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

/** Of a hidden field, whose value came with the page. */
const FORM_NOT_WHOLE = 'This form is not complete: open the page again'

/** What a decision to refer says. The case stands in the address of the form. */
export const decisionEntries = {
  recipientAgencyId: z.uuid({ error: 'Choose who to refer to' }),
  purpose: choiceOf(CONSENT_PURPOSES, 'Choose what the referral is for'),
  askedBy: choiceOf(ASKED_BY, 'Say whether the client agreed to it or asked for it'),
  decidedAt: typedInstantField('recorded'),
  reroutedFromId: z.uuid({ error: FORM_NOT_WHOLE }).or(z.literal('')).default(''),
}

/** What the person who refers writes for the recipient. */
export const wordsEntries = {
  summary: typedText(SUMMARY_LENGTH),
  othersAtRisk: typedText(500),
  workerSafety: typedText(500),
}

/** Answers of the client that were missing until now. */
export const safetyEntries = {
  safeToCall: optionalChoiceOf(YES_NO),
  safeToVoicemail: optionalChoiceOf(YES_NO),
  safeToText: optionalChoiceOf(YES_NO),
  safeToEmail: optionalChoiceOf(YES_NO),
  safeToPost: optionalChoiceOf(YES_NO),
  trustedPerson: typedText(300),
}

export type SafetyAnswers = Partial<z.output<z.ZodObject<typeof safetyEntries>>>

/** A form whose answers about safety may be left out: mostly nothing is missing. */
export type WithSafety<Form extends z.ZodObject> = Omit<z.output<Form>, keyof SafetyAnswers> & SafetyAnswers

/** The data categories that the page showed when it was sent: the gate decides about exactly these. */
export const categoriesEntries = {
  categories: choicesOf(DATA_CATEGORIES),
}

/** Of a new version of what was shared. */
export const amendmentEntries = {
  ...seenEntries,
  ...safetyEntries,
  ...wordsEntries,
  ...categoriesEntries,
  reason: neededText(500, 'Enter what changes and why. The other agency reads this'),
}
