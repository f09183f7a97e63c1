import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { protectedPlace } from '../../../../db/schema/hotspot.ts'
import { permissionsOf } from '../../../access/ability.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export const releasePlaceInput = z.object({ placeId: z.uuid() })

/** Removes a place from the protected ones. Later releases no longer protect it; published releases do not change. */
export function releasePlace(
  asking: Asking,
  { placeId }: z.output<typeof releasePlaceInput>,
): Promise<Result<null, { kind: 'not-found' } | AlreadyDone>> {
  return writeOnce<null, { kind: 'not-found' }>(asking, 'release-place', { placeId }, async (tx) => {
    if (!permissionsOf(asking.actor).may('update', 'protectedPlace', {})) return refused({ kind: 'not-found' })
    const released = await tx
      .update(protectedPlace)
      .set({ removedAt: asking.now })
      .where(and(eq(protectedPlace.placeId, placeId), isNull(protectedPlace.removedAt)))
      .returning({ placeId: protectedPlace.placeId })
    if (released.length === 0) return refused({ kind: 'not-found' })
    await recordEvent(tx, asking, { kind: 'place-released', data: { placeId }, subjectId: placeId })
    return done(null)
  })
}
