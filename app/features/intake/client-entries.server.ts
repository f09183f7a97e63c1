import type { z } from 'zod'
import { COMMUNICATION_NEEDS } from '../../domain/cases/communication-need.ts'
import { PREFERRED_METHODS, type SafeContact } from '../../domain/cases/safe-contact.ts'
import { partialDayField } from '../../forms/date-fields.server.ts'
import {
  choicesOf,
  optionalChoiceOf,
  tickedBox,
  typedEmail,
  typedPhone,
  typedText,
  YES_NO,
} from '../../forms/form-fields.server.ts'

/** The questions about the client in a report and in a later correction: who they are, safe contact, needs. */
export const clientEntries = {
  clientName: typedText(200),
  dateOfBirth: partialDayField('birth'),
  preferredMethod: optionalChoiceOf(PREFERRED_METHODS),
  phone: typedPhone(),
  email: typedEmail(),
  address: typedText(500),
  safeToCall: optionalChoiceOf(YES_NO),
  safeToVoicemail: optionalChoiceOf(YES_NO),
  safeToText: optionalChoiceOf(YES_NO),
  safeToEmail: optionalChoiceOf(YES_NO),
  safeToPost: optionalChoiceOf(YES_NO),
  safeTimes: typedText(300),
  mustNotKnow: typedText(300),
  codeWord: typedText(200),
  trustedPerson: typedText(300),
  language: typedText(60),
  interpreterNeeded: tickedBox(),
  interpreterNote: typedText(300),
  communicationNeeds: choicesOf(COMMUNICATION_NEEDS),
  communicationNote: typedText(500),
  /** Whether the incident may count in the anonymous map; no answer means yes. */
  counted: optionalChoiceOf(YES_NO),
}

export type ClientInput = z.output<z.ZodObject<typeof clientEntries>>

export function clientColumns(fields: ClientInput) {
  const { clientName, dateOfBirth, interpreterNeeded, interpreterNote, communicationNeeds, communicationNote } = fields
  return {
    name: clientName,
    dateOfBirth,
    safeContact: safeContactOf(fields),
    language: fields.language,
    interpreterNeeded,
    interpreterNote,
    communicationNeeds,
    communicationNote,
    counted: fields.counted !== 'no',
  }
}

function safeContactOf(fields: ClientInput): SafeContact {
  const { preferredMethod, phone, email, address, safeTimes, mustNotKnow, codeWord, trustedPerson } = fields
  const { safeToCall, safeToVoicemail, safeToText, safeToEmail, safeToPost } = fields
  return {
    preferredMethod,
    phone,
    email,
    address,
    safeToCall,
    safeToVoicemail,
    safeToText,
    safeToEmail,
    safeToPost,
    safeTimes,
    mustNotKnow,
    codeWord,
    trustedPerson,
    // Repeated here because the safe-contact block is the part that goes with a referral.
    interpreter: fields.interpreterNeeded ? fields.interpreterNote : '',
  }
}
