import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isId, type KeyKind, keysOfPlace, placeOf, readCursor } from './cursor.ts'

const ID = '0b0c6c8e-2f6a-4b57-9a53-0c1d5f1f2a11'
const AT = '2026-11-23T09:00:00.123456Z'

const instant = fc
  .tuple(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), fc.nat(999))
  .map(([date, micros]) => `${date.toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}Z`)
const KEYS: Record<KeyKind, fc.Arbitrary<string | number | null>> = {
  flag: fc.constantFrom(0, 1),
  number: fc.nat(9999),
  instant,
  'optional-instant': fc.option(instant),
  id: fc.uuid(),
}
const rows = fc.array(fc.constantFrom(...(Object.keys(KEYS) as KeyKind[])), { maxLength: 5 }).chain((kinds) =>
  fc.record({
    kinds: fc.constant<KeyKind[]>([...kinds, 'id']),
    keys: fc.tuple(...kinds.map((kind) => KEYS[kind]), KEYS.id),
  }),
)

describe('a place in a list', () => {
  it('is read from an address as it was made from the keys of a row', () => {
    fc.assert(
      fc.property(rows, ({ kinds, keys }) => {
        const place = placeOf(keys)
        expect(readCursor(place, 'after', kinds)).toEqual({ direction: 'after', place })
        expect(keysOfPlace(place)).toEqual(keys.map((key) => (key === null ? null : String(key))))
      }),
    )
  })

  it.each<{ place: string | null; kinds: KeyKind[]; why: string }>([
    { place: null, kinds: ['id'], why: 'nothing' },
    { place: '', kinds: ['optional-instant'], why: 'nothing, although a row may have no instant' },
    { place: ID, kinds: [], why: 'a place in a list without keys' },
    { place: ID, kinds: ['flag', 'id'], why: 'too few keys' },
    { place: `1_${ID}_1`, kinds: ['flag', 'id'], why: 'too many keys' },
    { place: `2_${ID}`, kinds: ['flag', 'id'], why: 'a flag that is neither' },
    { place: `12345_${ID}`, kinds: ['number', 'id'], why: 'a number larger than any key' },
    { place: `_${ID}`, kinds: ['instant', 'id'], why: 'no instant where every row has one' },
    { place: `2026-02-31T09:00:00.000000Z_${ID}`, kinds: ['instant', 'id'], why: 'a day that is in no calendar' },
    { place: `2026-13-45T99:00:00.000000Z_${ID}`, kinds: ['optional-instant', 'id'], why: 'a month that is none' },
    { place: `2026-11-23T09:00:00.123Z_${ID}`, kinds: ['instant', 'id'], why: 'an instant to the millisecond' },
    { place: `${AT}_${ID.toUpperCase()}`, kinds: ['instant', 'id'], why: 'an id that the database does not write' },
    { place: `${AT}_${ID}' or true`, kinds: ['instant', 'id'], why: 'more than an id' },
  ])('is not read from $why', ({ place, kinds }) => {
    expect(readCursor(place, 'before', kinds)).toBeNull()
  })

  it('knows the id of a row from other text', () => {
    expect([isId(ID), isId('x'), isId('')]).toEqual([true, false, false])
  })
})
