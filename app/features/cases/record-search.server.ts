import { asActor } from '../../../db/as-actor.ts'
import type { Asking } from '../../domain/actor.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

/** That somebody searched is written in the log; what they typed may be a name, and is not. */
export function recordSearch({ actor, now }: Omit<Asking, 'key'>): Promise<void> {
  return asActor(actor, async (tx) => {
    await recordEvent(tx, { actor, now }, { kind: 'record-consulted', data: { what: 'search' } })
  })
}
