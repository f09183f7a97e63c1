import { sql } from 'drizzle-orm'
import { asActor } from '../../db/as-actor.ts'
import { demoMail } from '../../db/schema/everyday.ts'
import { systemOf } from '../domain/partnership/actor.ts'
import type { Mail } from './mail.ts'

/** Keeps what would have gone out over SMTP, for the mailbox page of the demo. The same message is kept once. */
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
