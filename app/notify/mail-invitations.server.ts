import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { asActor } from '../../db/as-actor.ts'
import { invitation, staff } from '../../db/schema/staff.ts'
import { invitationSecrets } from '../access/invitation-token.server.ts'
import { dayInWords, londonDayOf } from '../domain/time/calendar-day.ts'
import type { Running } from './agency-job.server.ts'
import type { MailContext } from './send-mails.server.ts'

/**
 * Mails each open invitation of an agency. The link is made for the mail and not stored, and the mail contains no name.
 * If the mail server refuses a mail, the next run sends it again with the same Message-ID.
 * @returns the number of mails sent
 */
export async function mailInvitations({ mailer, log }: MailContext, { actor, now }: Running): Promise<number> {
  const { agencyId } = actor
  const open = and(
    eq(invitation.agencyId, agencyId),
    isNull(invitation.mailedAt),
    isNull(invitation.usedAt),
    gt(invitation.expiresAt, now),
  )
  const waiting = await asActor(actor, (tx) =>
    tx
      .select({ invitationId: invitation.invitationId, expiresAt: invitation.expiresAt, to: staff.email })
      .from(invitation)
      .innerJoin(staff, and(eq(staff.agencyId, invitation.agencyId), eq(staff.staffId, invitation.staffId)))
      .where(and(open, eq(staff.active, true)))
      .orderBy(asc(invitation.createdAt)),
  )
  let sent = 0
  for (const { invitationId, expiresAt, to } of waiting) {
    try {
      await mailer.deliver({ mailId: invitationId, agencyId, to, ...inWords(invitationId, expiresAt) })
      await asActor(actor, (tx) =>
        tx
          .update(invitation)
          .set({ mailedAt: now })
          .where(and(eq(invitation.agencyId, agencyId), eq(invitation.invitationId, invitationId))),
      )
      sent += 1
    } catch (error) {
      log.warn({ err: error, mailId: invitationId }, 'an invitation was not sent; it is tried again')
    }
  }
  return sent
}

function inWords(invitationId: string, expiresAt: Date): { subject: string; text: string } {
  const text = [
    'You are invited to Accord, the portal of the hate crime partnership.',
    `Use this link to choose a password and set up your phone. It works once, until ${dayInWords(londonDayOf(expiresAt))}:`,
    invitationSecrets(invitationId).link,
    'Do not share this link: the first person to use it gets the account. If you did not expect it, tell your manager.',
    'No one reads replies to this address.',
  ].join('\n\n')
  return { subject: 'Your link to Accord', text: `${text}\n` }
}
