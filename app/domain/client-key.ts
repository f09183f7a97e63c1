/**
 * A name as it is searched for and compared: 'Zoë O’Brien-Smith' and 'zoe obrien smith' are one. Empty for no name.
 * A hint that two records may be one person, never a proof.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`´]|\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A British number in one form: '+44 (0)7700 900123' and '07700 900123' are '07700900123'. Empty for no number. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')
  return digits.replace(/^(\+|00)44/, '0').replace(/\D/g, '')
}
