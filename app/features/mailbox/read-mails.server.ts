import { and, desc, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { demoMail } from '../../../db/schema/everyday.ts'
import type { PlaceInList } from '../../domain/lists/list-page.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { countRows, readPage, takePart } from '../../facts/lists/read-page.server.ts'

/** One line of the mailbox. `sentAt` is ISO 8601. */
export interface ListedMail {
  mailId: string
  recipient: string
  subject: string
  sentAt: string
}

/** The mails that would have gone to the actor's agency, newest first. */
export async function listMails({ actor }: { actor: Actor }, place: PlaceInList) {
  const ofAgency = eq(demoMail.agencyId, actor.agencyId)
  return asActor(actor, async (tx) => {
    const ordered = tx
      .select({
        mailId: demoMail.mailId,
        recipient: demoMail.recipient,
        subject: demoMail.subject,
        sentAt: demoMail.sentAt,
      })
      .from(demoMail)
      .where(ofAgency)
      .orderBy(desc(demoMail.sentAt), desc(demoMail.mailId))
    const page = await readPage(place, {
      counted: await countRows(tx, demoMail, ofAgency),
      select: (part) => takePart(ordered, part),
    })
    return { ...page, rows: page.rows.map(withInstant) }
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
