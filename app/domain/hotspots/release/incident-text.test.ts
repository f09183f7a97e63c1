import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyRows } from '../../../../tests/support/hotspots/incident-rows.ts'
import { readPlaceLines } from './incident-text.ts'
import { toIncidents } from './incidents.ts'

it('incidents read from lines of text are the same as from rows', () => {
  fc.assert(
    fc.property(anyRows, (given) => {
      const rows = given.map((row) => ({ ...row, strand: row.strand.replaceAll(' ', '_') }))
      const lines = [...Map.groupBy(rows, ({ place }) => place)].map(([place, there]) => ({ place, there }))
      const texts = lines.map(({ place, there }) => ({
        place,
        text: there.map(({ agency, strand, person, crime }) => `${agency} ${strand} ${person} ${crime}`).join(','),
      }))
      expect(readPlaceLines(texts)).toEqual(toIncidents(lines.flatMap(({ there }) => there)))
    }),
  )
})

it('numbers as large as the database has them tell clients and crimes apart', () => {
  const text =
    '0 race 9007199254740991 9007199254740990,1 race 9007199254740990 9007199254740991,2 race 9007199254740991 9007199254740991'
  const incidents = readPlaceLines([{ place: 'online', text }])
  expect([...incidents.person]).toEqual([0, 1])
  expect([...incidents.alsoHeldBy]).toEqual([[1, [2]]])
})

it('nothing told is nothing counted', () => {
  expect(readPlaceLines([]).length).toBe(0)
})
