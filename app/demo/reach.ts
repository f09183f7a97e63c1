/** Ways to reach a client as the form of a report says them, on numbers that Ofcom keeps for drama. */

type Fields = Record<string, string>

/** A mobile telephone: safe to call and to text, never to leave a message, unless told otherwise. */
export function mobile(last: number, told: Fields = {}): Fields {
  const phone = `07700 ${900_000 + last}`
  return { phone, safeToCall: 'yes', safeToVoicemail: 'no', safeToText: 'yes', preferredMethod: 'call', ...told }
}

/** At home on a landline, where letters are safe too. */
export function atHome(last: number, address: string, told: Fields = {}): Fields {
  const phone = `0151 496 ${String(last).padStart(4, '0')}`
  const safe = { safeToCall: 'yes', safeToVoicemail: 'yes', safeToText: 'no', safeToPost: 'yes' }
  return { phone, address, ...safe, preferredMethod: 'call', ...told }
}
