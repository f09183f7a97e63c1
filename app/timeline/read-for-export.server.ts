import { asActor, type Tx } from '../../db/as-actor.ts'
import type { Reading } from '../domain/partnership/actor.ts'
import { recordEvent } from './record-event.server.ts'

/** Reads what leaves as a file; the log says in the same transaction that it left. */
export function readForExport<Rows>(reading: Reading, read: (tx: Tx) => Promise<Rows>): Promise<Rows> {
  return asActor(reading.actor, async (tx) => {
    const rows = await read(tx)
    await recordEvent(tx, reading, { kind: 'record-consulted', data: { what: 'export' } })
    return rows
  })
}
