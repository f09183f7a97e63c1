import fc from 'fast-check'

/** The text of one field as it stands in a form's body: already encoded, so that it can be wrong in that too. */
type Encoded = string

const encoded = (text: string): Encoded => {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%EF%BF%BD'
  }
}

const HOSTILE = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  '99999999999999999999',
  'null',
  'undefined',
  '[object Object]',
  'true',
  '{"$ne":null}',
  "'; drop table client; --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}<%= 7*7 %>',
  '../../etc/passwd',
  'javascript:alert(1)',
  '//evil.test',
  '\u202eright to left',
  'zero\u200bwidth',
  '🏳️‍🌈'.repeat(20),
  'é'.normalize('NFD').repeat(500),
  'x'.repeat(20_000),
  '\r\nSet-Cookie: a=b',
  '=cmd|calc!A1',
  '00000000-0000-0000-0000-000000000000',
  'A0000000-0000-4000-8000-00000000000A',
  '{a0000000-0000-4000-8000-000000000001}',
  'a0000000-0000-4000-8000-00000000000',
  '2026-02-30',
  '0000-00-00',
  '+275760-09-13',
  '32',
  '１２',
  '25:61',
  '13',
  '2026-03-29T01:30',
]

/** Bytes that are no text at all: a lone surrogate, a broken sequence, a NUL, a percent sign alone. */
const RAW: Encoded[] = ['%ED%A0%80', '%C3%28', '%FF%FE', '%00', 'a%00b', '%', '%zz', '+%2B+']

const value: fc.Arbitrary<Encoded> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HOSTILE).map(encoded) },
  { weight: 1, arbitrary: fc.constantFrom(...RAW) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }).map(encoded) },
  { weight: 1, arbitrary: fc.uuid().map(encoded) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((date) => encoded(date.toISOString())) },
)

/** How one field of a form goes wrong. */
const change = fc.oneof(
  { weight: 6, arbitrary: value.map((text) => ({ how: 'other' as const, text })) },
  { weight: 2, arbitrary: value.map((text) => ({ how: 'twice' as const, text })) },
  { weight: 2, arbitrary: fc.constant({ how: 'left out' as const, text: '' }) },
  { weight: 1, arbitrary: value.map((text) => ({ how: 'as a list' as const, text })) },
)

export interface Garbling {
  /** Which form, which of its fields, and how each goes wrong: numbers to be taken modulo what there is. */
  form: number
  fields: { at: number; change: { how: 'other' | 'twice' | 'left out' | 'as a list'; text: Encoded } }[]
  extra: [name: Encoded, text: Encoded][]
  key: 'fresh' | 'none' | 'wrong'
  way: 'form' | 'data' | 'multipart' | 'address' | 'query' | 'other type'
}

/** One garbled request; near-valid oftener than not, since what is quite wrong never gets far. */
export const garbling: fc.Arbitrary<Garbling> = fc.record({
  form: fc.nat(),
  fields: fc.array(fc.record({ at: fc.nat(), change }), { maxLength: 3 }),
  extra: fc.array(
    fc.tuple(fc.constantFrom('__proto__', 'constructor', 'toString', 'agencyId', 'role', 'a[b]', ''), value),
    {
      maxLength: 1,
    },
  ),
  key: fc.constantFrom('fresh' as const, 'fresh' as const, 'fresh' as const, 'none' as const, 'wrong' as const),
  way: fc.constantFrom(
    ...(['form', 'form', 'data', 'data', 'data', 'multipart', 'address', 'query', 'other type'] as const),
  ),
})

/** The body that a garbling makes of a form's own answers. */
export function garbledBody(answers: URLSearchParams, { fields, extra }: Garbling): string {
  const pairs = [...answers].map(([name, text]): [string, Encoded][] => [[encoded(name), encoded(text)]])
  for (const { at, change: wrong } of pairs.length > 0 ? fields : []) {
    const place = at % pairs.length
    const name = pairs[place]?.[0]?.[0] ?? ''
    if (wrong.how === 'left out') pairs[place] = []
    else if (wrong.how === 'twice') pairs[place] = [...(pairs[place] ?? []), [name, wrong.text]]
    else pairs[place] = [[wrong.how === 'as a list' ? `${name}%5B%5D` : name, wrong.text]]
  }
  return [...pairs.flat(), ...extra].map(([name, text]) => `${name}=${text}`).join('&')
}
