import { customType } from 'drizzle-orm/pg-core'
import type { Cell } from '../../app/domain/hotspots/map/cell.ts'

/** A hexagon of H3: a hexadecimal text in the code, eight bytes in the database. */
export const cellColumn = customType<{ data: Cell; driverData: string }>({
  dataType: () => 'bigint',
  toDriver: (cell) => BigInt(`0x${cell}`).toString(),
  fromDriver: (number) => BigInt(number).toString(16),
})
