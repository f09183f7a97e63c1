/**
 * The kinds of sort key: 0 or 1, a small number, an instant to the microsecond as the database stores it, an instant
 * that may be missing (sorts last), or a row's id. None contains `_`, which separates the keys.
 */
const PATTERNS = {
  flag: /^[01]$/,
  number: /^\d{1,4}$/,
  instant: /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
  'optional-instant': /^(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)?$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const

export type KeyKind = keyof typeof PATTERNS

/** Where a page of a list starts: after or before a row. `place` joins the keys of that row: `1_2026-11-24T…Z_<id>`. */
export interface Cursor {
  direction: 'after' | 'before'
  place: string
}

/** Null if the text is not a place in a list with these keys. */
export function readCursor(
  place: string | null,
  direction: Cursor['direction'],
  kinds: readonly KeyKind[],
): Cursor | null {
  const keys = place?.split('_') ?? []
  const isPlace = keys.length === kinds.length && kinds.every((kind, at) => isKey(keys[at] ?? '', kind))
  return place && isPlace ? { direction, place } : null
}

function isKey(text: string, kind: KeyKind): boolean {
  if (!PATTERNS[kind].test(text)) return false
  return text === '' || !kind.endsWith('instant') || isInstant(text)
}

/** A day that does not exist, such as 31 February, is read as a later one here but refused by the database. */
function isInstant(text: string): boolean {
  const instant = Date.parse(text)
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text.slice(0, 10)
}

export function isId(text: string): boolean {
  return PATTERNS.id.test(text)
}

/** The place of a row, from its keys in order; null stands for a missing instant. */
export function placeOf(keys: readonly (string | number | null)[]): string {
  return keys.map((key) => key ?? '').join('_')
}

/** The keys of a place, in order; null for a missing instant. */
export function keysOfPlace(place: string): (string | null)[] {
  return place.split('_').map((key) => (key === '' ? null : key))
}
