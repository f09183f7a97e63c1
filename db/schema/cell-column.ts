import { customType } from 'drizzle-orm/pg-core'
import type { Cell } from '../../app/domain/hotspots/map/cell.ts'

/** A hexagon: hexadecimal in the code, as H3 writes it, and eight bytes in the database. */
export const cellColumn = customType<{ data: Cell; driverData: string }>({
  dataType: () => 'bigint',
  toDriver: (cell) => BigInt(`0x${cell}`).toString(),
  fromDriver: (number) => BigInt(number).toString(16),
})
