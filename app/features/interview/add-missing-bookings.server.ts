import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { client } from '../../../db/schema/case-file.ts'
import { needBooking } from '../../../db/schema/interview.ts'
import { needsOfClient } from '../../domain/interview/need-booking.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import type { InterviewKey } from './lock-interview.server.ts'

/** Adds a booking for each need of the client's record that this interview has none for (G5, G6). */
export async function addMissingBookings(
  tx: Tx,
  { actor, now }: Reading,
  key: InterviewKey,
  clientId: string,
): Promise<void> {
  const { agencyId, staffId } = actor
  const [needing] = await tx
    .select({ interpreterNeeded: client.interpreterNeeded, communicationNeeds: client.communicationNeeds })
    .from(client)
    .where(and(eq(client.agencyId, agencyId), eq(client.clientId, clientId)))
  if (!needing) return
  const rows = needsOfClient(needing).map((need) => ({
    ...{ agencyId, ...key, need, bookingId: randomUUID(), state: 'to_book' as const },
    ...{ changedBy: staffId, changedAt: now },
  }))
  if (rows.length > 0) await tx.insert(needBooking).values(rows).onConflictDoNothing()
}
