import type { Logger } from 'pino'
import { asActor } from '../../db/as-actor.ts'
import { systemOf } from '../domain/partnership/actor.ts'
import { composeMail } from './compose-mail.ts'
import { limitConcurrency } from './limit-concurrency.ts'
import { MAILS_AT_ONCE, type Mailer } from './mail.ts'
import { type ClaimedMail, markSent } from './notifications.server.ts'

export interface MailContext {
  mailer: Mailer
  /** The public address of the portal, for links. */
  origin: string
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}

const WAIT_AT_MOST_MS = 15_000

/** A turn includes marking the mail, so that few mails are ever sent but not marked. */
const inTurn = limitConcurrency(MAILS_AT_ONCE, WAIT_AT_MOST_MS)

/**
 * Sends mails and marks each as sent. A refused mail stays claimed, is tried again when its claim expires, and does not
 * delay the others. A mail is sent twice only if the process is killed between the server's "250" and the mark; both
 * have the same Message-ID.
 * @returns the number of mails sent
 */
export async function sendMails(context: MailContext, mails: readonly ClaimedMail[]): Promise<number> {
  const sent = await Promise.all(mails.map((mail) => sendOne(context, mail)))
  return sent.filter(Boolean).length
}

async function sendOne({ mailer, origin, log }: MailContext, claimed: ClaimedMail): Promise<boolean> {
  const { mailId, agencyId, email, lines, toDuty } = claimed
  try {
    await inTurn(async () => {
      await mailer.deliver({ mailId, agencyId, to: email, ...composeMail({ lines, origin, toDuty }) })
      await asActor(systemOf(agencyId), (tx) => markSent(tx, claimed))
    })
    return true
  } catch (error) {
    log.warn({ err: error, mailId }, 'a mail was not sent; it is tried again')
    return false
  }
}
