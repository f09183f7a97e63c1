import { z } from 'zod'
import {
  CONSENT_CAPACITY,
  CONSENT_DECISIONS,
  CONSENT_GRANTORS,
  OFFERED_CONSENT_METHODS,
} from '../../domain/consents/consent.ts'
import { CONSENT_PURPOSES } from '../../domain/consents/consent-purpose.ts'
import { OFFERED_CATEGORY_IDS } from '../../domain/consents/data-category.ts'
import { typedDayField, typedInstantField } from '../../forms/date-fields.server.ts'
import { choiceOf, choicesAmong, choicesOf, neededText, tickedBox, typedText } from '../../forms/form-fields.server.ts'

/** What the client reads and answers about one agency. */
export const clientAnswerEntries = {
  recipientAgencyId: z.uuid({ error: 'Choose the agency that the client was asked about' }),
  decision: choiceOf(CONSENT_DECISIONS, 'Choose your answer'),
  purposes: choicesOf(CONSENT_PURPOSES),
  categories: choicesAmong(OFFERED_CATEGORY_IDS),
  withoutName: tickedBox(),
  /** The sentences shown on the page, to check that the consent stores what the client read. */
  wordingShown: z.string().max(5000).default(''),
  limits: typedText(1000),
}

/** The worker's part, after the client has answered. */
export const workersPartEntries = {
  method: choiceOf(OFFERED_CONSENT_METHODS, 'Choose how the client answered'),
  language: neededText(60, 'Enter the language it was explained in'),
  interpreter: typedText(200),
  grantor: choiceOf(CONSENT_GRANTORS, 'Choose who answered'),
  capacity: choiceOf(CONSENT_CAPACITY, 'Choose whether the client can decide this'),
  capacityNote: typedText(500),
  givenAt: typedInstantField('recorded'),
  reviewOn: typedDayField('planned'),
}
