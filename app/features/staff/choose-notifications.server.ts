import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asActor } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { notificationChoice } from '../../../db/schema/everyday.ts'
import {
  type Delivery,
  deliveryOf,
  HOW_TOLD_IDS,
  listKindsForRole,
  NOTIFICATION_KIND_IDS,
  type NotificationKind,
} from '../../domain/notifications/notification.ts'
import type { Actor, Asking, StaffRole } from '../../domain/partnership/actor.ts'
import { done, type Result } from '../../domain/result.ts'

const oneOfThree = z.enum(HOW_TOLD_IDS, 'Choose how you want to be notified').optional()

/** A field for each kind of message. A kind without an answer keeps its setting. */
export const chooseNotificationsInput = z.object(
  Object.fromEntries(NOTIFICATION_KIND_IDS.map((kind) => [kind, oneOfThree])) as Record<
    NotificationKind,
    typeof oneOfThree
  >,
)

export type NotificationChoices = Partial<Record<NotificationKind, Delivery>>

/** Saves how the person is notified of each kind. The agency's duty address is notified in any case. */
export function chooseNotifications(asking: Asking, input: NotificationChoices): Promise<Result<null, AlreadyDone>> {
  const { agencyId, staffId, role } = asking.actor
  return writeOnce<null, never>(asking, 'choose-notifications', input, async (tx) => {
    for (const kind of listKindsForRole(role as StaffRole)) {
      const how = input[kind]
      if (!how) continue
      await tx
        .insert(notificationChoice)
        .values({ agencyId, staffId, kind, how })
        .onConflictDoUpdate({
          target: [notificationChoice.agencyId, notificationChoice.staffId, notificationChoice.kind],
          set: { how },
        })
    }
    return done(null)
  })
}

/** The present setting of each kind: the person's choice, or the kind's default. Only kinds that their role gets. */
export async function readNotificationChoices({ actor }: { actor: Actor }): Promise<NotificationChoices> {
  const { agencyId, staffId, role } = actor
  const chosen = await asActor(actor, (tx) =>
    tx
      .select({ kind: notificationChoice.kind, how: notificationChoice.how })
      .from(notificationChoice)
      .where(and(eq(notificationChoice.agencyId, agencyId), eq(notificationChoice.staffId, staffId))),
  )
  const byKind = new Map<string, Delivery>(chosen.map(({ kind, how }) => [kind, how]))
  return Object.fromEntries(
    listKindsForRole(role as StaffRole).map((kind) => [kind, deliveryOf(kind, byKind.get(kind))]),
  )
}
