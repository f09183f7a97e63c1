import type { Tx } from '../../../db/as-actor.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { dayAndMonth, londonDayOf } from '../../domain/time/calendar-day.ts'
import { readDecisionQueue } from '../../facts/casework/decision-queue.server.ts'
import type { ClientTask } from '../../ui/lists/task-list.tsx'
import { sayInstant } from '../../ui/time/say-time.ts'

/** What waits for this manager's decision: never what they asked for themselves. */
export async function readDecisionsToMake(tx: Tx, { actor, now }: Reading): Promise<ClientTask[]> {
  const queue = await readDecisionQueue(tx, actor, permissionsOf(actor).mayEver('decide', 'decisionRequest'))
  return queue
    .filter(({ mayDecide }) => mayDecide)
    .map(({ id, href, what, reference, clientName, violence, requestedByName, requestedAt, wantedBy }) => ({
      taskId: id,
      violence,
      title: `Decide for ${clientName || reference}: ${what}`,
      href,
      why: `${requestedByName} asked ${sayInstant(requestedAt, now)}.${
        wantedBy ? ` It is needed by ${dayAndMonth(wantedBy, londonDayOf(now))}.` : ''
      }`,
      action: { label: 'Decide', href },
    }))
}
