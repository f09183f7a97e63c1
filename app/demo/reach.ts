/** Contact details as the fields of a report. Ofcom reserves these numbers for drama. */

type Fields = Record<string, string>

/** A mobile phone: safe to call and text, not safe for voicemail. `changes` replaces single fields. */
export function mobile(last: number, changes: Fields = {}): Fields {
  const phone = `07700 ${900_000 + last}`
  return { phone, safeToCall: 'yes', safeToVoicemail: 'no', safeToText: 'yes', preferredMethod: 'call', ...changes }
}

/** A landline at home, where letters are safe too. `changes` replaces single fields. */
export function atHome(last: number, address: string, changes: Fields = {}): Fields {
  const phone = `0151 496 ${String(last).padStart(4, '0')}`
  const safe = { safeToCall: 'yes', safeToVoicemail: 'yes', safeToText: 'no', safeToPost: 'yes' }
  return { phone, address, ...safe, preferredMethod: 'call', ...changes }
}
