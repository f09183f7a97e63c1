import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { client } from '../../../../db/schema/case-file.ts'
import { updateClient } from '../../../../db/search-keys.ts'
import { ifMay } from '../../../access/ability.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { mergeClientFacts } from '../../../domain/referrals/merge-client-facts.ts'
import type { CalendarDay } from '../../../domain/time/calendar-day.ts'
import { type ClientInput, clientColumns } from '../client-entries.server.ts'
import { changedNames } from './changed-names.ts'

/** Adds a further report's facts about the client. Returns the changed fields and all facts known now. */
export async function addClientFacts(
  tx: Tx,
  actor: Actor,
  { clientId, told, on }: { clientId: string; told: ClientInput; on: CalendarDay },
): Promise<{ changed: string[]; after: Record<string, unknown> } | undefined> {
  const { agencyId } = actor
  const one = and(eq(client.agencyId, agencyId), eq(client.clientId, clientId))
  const [before] = await tx.select().from(client).where(one)
  if (!before) throw new Error('A case has a client.')
  if (!ifMay(actor, 'update', 'client', before)) return undefined
  const known = mergeClientFacts(before, clientColumns(told), on)
  const { safeContact, ...columns } = known
  const changed = [...changedNames(before, columns), ...changedNames(before.safeContact, safeContact)]
  const after = { ...columns, ...safeContact }
  if (changed.length === 0) return { changed, after }
  await updateClient(tx, { agencyId, clientId, ...columns, safeContact })
  return { changed, after }
}
