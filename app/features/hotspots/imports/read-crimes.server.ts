import { and, asc, gte, lt, sql } from 'drizzle-orm'
import { asMapReader } from '../../../../db/as-map-reader.ts'
import { streetCrime } from '../../../../db/schema/hotspot.ts'
import { type Cell, OF_A_WARD, widen } from '../../../domain/hotspots/map/cell.ts'
import { isDrawable } from '../../../domain/hotspots/map/hexagon.ts'
import { type MapLayer, NOTHING } from '../../../domain/hotspots/map/map-layer.ts'
import { CRIME_SHADES, shadeOf } from '../../../domain/hotspots/map/shade.ts'

export interface CrimeContext {
  /** First days of the first and the last month counted. */
  from: string
  to: string
  months: number
  layer: MapLayer
}

/** Crimes of every kind in the months of a period, or in the newest month loaded; null if none is loaded. */
export async function readCrimes(period: { opensAt: Date; closesAt: Date } | null): Promise<CrimeContext | null> {
  const months = await listMonths()
  const within = period ? months.filter((month) => isWithin(month, period)) : []
  const chosen = within.length > 0 ? within : months.slice(-1)
  const [from, to] = [chosen[0], chosen.at(-1)]
  if (!from || !to) return null
  return { from, to, months: chosen.length, layer: await readLayer(from, to, chosen.length) }
}

function listMonths(): Promise<string[]> {
  return asMapReader(async (db) => {
    const rows = await db.selectDistinct({ month: streetCrime.month }).from(streetCrime).orderBy(asc(streetCrime.month))
    return rows.map(({ month }) => month)
  })
}

function isWithin(month: string, { opensAt, closesAt }: { opensAt: Date; closesAt: Date }) {
  const middle = Date.parse(`${month.slice(0, 7)}-15T12:00:00Z`)
  return middle >= opensAt.getTime() && middle < closesAt.getTime()
}

async function readLayer(from: string, to: string, months: number): Promise<MapLayer> {
  const rows = await asMapReader((db) =>
    db
      .select({ cell: streetCrime.cell, crimes: sql<number>`sum(${streetCrime.crimes})::int` })
      .from(streetCrime)
      .where(and(gte(streetCrime.month, from), lt(streetCrime.month, sql`(${to}::date + 1)`)))
      .groupBy(streetCrime.cell)
      .orderBy(asc(streetCrime.cell)),
  )
  const counts = new Map<Cell, number>()
  for (const { cell, crimes } of rows) {
    const wide = widen(cell, OF_A_WARD)
    counts.set(wide, (counts.get(wide) ?? 0) + crimes)
  }
  const h = [...counts.keys()].filter(isDrawable)
  const n = h.map((cell) => counts.get(cell) ?? 0)
  return {
    ...NOTHING,
    h,
    n,
    label: h.map(() => 0 as const),
    compared: h.map(() => null),
    now: h.map(() => null),
    before: h.map(() => null),
    shade: n.map((count) => shadeOf(count / months, CRIME_SHADES)),
    rest: h.map(() => 0),
    standing: h.map(() => null),
  }
}
