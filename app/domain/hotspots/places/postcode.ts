/** A postcode as it is stored: capital letters and digits alone. */
export function postcodeKey(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}

/** As people write it: L7 2AB. */
export function postcodeInWords(key: string): string {
  return key.length > 3 ? `${key.slice(0, -3)} ${key.slice(-3)}` : key
}
