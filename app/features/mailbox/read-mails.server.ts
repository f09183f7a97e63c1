import { and, count, desc, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { demoMail } from '../../../db/schema/everyday.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

const MAILS_A_PAGE = 25

/** One line of the mailbox. `sentAt` is ISO 8601. */
export interface ListedMail {
  mailId: string
  recipient: string
  subject: string
  sentAt: string
}

/**
 * The mails that would have gone to the actor's agency, newest first. `page` is 1-based; a page after the last gives
 * the last one.
 */
export async function listMails({ actor }: { actor: Actor }, page: number) {
  const ofAgency = eq(demoMail.agencyId, actor.agencyId)
  return asActor(actor, async (tx) => {
    const [counted] = await tx.select({ total: count() }).from(demoMail).where(ofAgency)
    const total = counted?.total ?? 0
    const pageCount = Math.max(1, Math.ceil(total / MAILS_A_PAGE))
    const shown = Math.min(page, pageCount)
    const mails = await tx
      .select({
        mailId: demoMail.mailId,
        recipient: demoMail.recipient,
        subject: demoMail.subject,
        sentAt: demoMail.sentAt,
      })
      .from(demoMail)
      .where(ofAgency)
      .orderBy(desc(demoMail.sentAt), desc(demoMail.mailId))
      .limit(MAILS_A_PAGE)
      .offset((shown - 1) * MAILS_A_PAGE)
    return { mails: mails.map(withInstant), page: shown, pageCount, total }
  })
}

export async function findMail({ actor }: { actor: Actor }, mailId: string) {
  const [mail] = await asActor(actor, (tx) =>
    tx
      .select({
        mailId: demoMail.mailId,
        recipient: demoMail.recipient,
        subject: demoMail.subject,
        sentAt: demoMail.sentAt,
        body: demoMail.body,
      })
      .from(demoMail)
      .where(and(eq(demoMail.agencyId, actor.agencyId), eq(demoMail.mailId, mailId))),
  )
  return mail && withInstant(mail)
}

function withInstant<Mail extends { sentAt: Date }>(mail: Mail) {
  return { ...mail, sentAt: mail.sentAt.toISOString() }
}
