import { sql } from 'drizzle-orm'
import { sqlList } from '../../../../db/sql-list.ts'
import { centreOf, FINEST, isCell, resolutionOf } from '../../../domain/hotspots/map/cell.ts'
import { isInArea } from '../../../domain/hotspots/places/place.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import type { Result } from '../../../domain/result.ts'
import { type LoadInput, type LoadRefusal, loadMapData } from '../map/load-map-data.server.ts'
import { quoteCell } from './csv-cell.server.ts'
import type { CsvShape } from './read-csv.server.ts'

interface ResidentsRow {
  cell: string
  residents: number
}

const RESIDENTS = /^\d{1,7}$/

const POPULATION: CsvShape<'cell' | 'residents', ResidentsRow> = {
  columns: ['cell', 'residents'],
  header: true,
  othersToo: false,
  readRow(cells, complain) {
    const cell = cells.cell.trim().toLowerCase()
    const residents = cells.residents.trim()
    const isFinest = isCell(cell) && resolutionOf(cell) === FINEST
    if (!isFinest) complain(`${quoteCell(cell)} is not an H3 hexagon of resolution ${FINEST}`)
    if (!RESIDENTS.test(residents)) complain(`${quoteCell(residents)} is not a number of residents`)
    return isFinest ? { cell, residents: Number(residents) } : undefined
  },
}

/** Loads how many people live in each hexagon of the area. Replaces everything loaded before. */
export function loadPopulation(
  { actor, now }: Reading,
  input: LoadInput,
): Promise<Result<{ rows: number; kept: number; residents: number }, LoadRefusal>> {
  const kept = new Map<string, number>()
  const told = { rows: 0 }
  return loadMapData({ actor, now }, input, {
    what: 'population',
    table: 'cellPopulation',
    shape: POPULATION,
    take: (_tx, rows, { complain }) => {
      for (const { line, row } of rows) {
        told.rows += 1
        if (!isInArea(centreOf(row.cell))) continue
        if (kept.has(row.cell)) complain(line, `The hexagon ${row.cell} appears earlier in the file`)
        kept.set(row.cell, row.residents)
      }
    },
    finish: async (tx) => {
      const cells = [...kept.keys()].map((cell) => BigInt(`0x${cell}`).toString())
      const residents = [...kept.values()]
      await tx.execute(sql`delete from cell_population`)
      await tx.execute(sql`
        insert into cell_population (cell, residents)
        select * from unnest(${sqlList(cells)}::bigint[], ${sqlList(residents)}::integer[])`)
      return { ...told, kept: kept.size, residents: residents.reduce((sum, one) => sum + one, 0) }
    },
  })
}
