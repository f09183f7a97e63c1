import { asActor } from '../../../../db/as-actor.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

/** Logs that a person searched, without the search text, which may be a name. */
export function recordSearch({ actor, now }: Reading): Promise<void> {
  return asActor(actor, async (tx) => {
    await recordEvent(tx, { actor, now }, { kind: 'record-consulted', data: { what: 'search' } })
  })
}
