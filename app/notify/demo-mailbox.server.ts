import { sql } from 'drizzle-orm'
import { asActor } from '../../db/as-actor.ts'
import { demoMail } from '../../db/schema/everyday.ts'
import { systemOf } from '../domain/partnership/actor.ts'
import type { Mail } from './mail.ts'

/** Stores a mail for the demo's mailbox page instead of sending it. Storing a mail twice has no effect. */
export async function keepInDemoMailbox(
  { agencyId, mailId, to, subject, text }: Mail,
  messageId: string,
): Promise<void> {
  await asActor(systemOf(agencyId), (tx) =>
    tx
      .insert(demoMail)
      .values({ agencyId, mailId, messageId, recipient: to, subject, body: text, sentAt: sql`now()` })
      .onConflictDoNothing(),
  )
}
