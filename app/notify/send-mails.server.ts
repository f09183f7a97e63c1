import type { Logger } from 'pino'
import { asActor } from '../../db/as-actor.ts'
import { systemOf } from '../domain/partnership/actor.ts'
import { composeMail } from './compose-mail.ts'
import { type ClaimedMail, markSent } from './ledger.server.ts'
import { MAILS_AT_ONCE, type Mailer } from './mail.ts'
import { turns } from './turns.ts'

/** What a job needs to send mail. */
export interface Post {
  mailer: Mailer
  /** The public address of the portal, for the links. */
  origin: string
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}

const WAIT_AT_MOST_MS = 15_000

/** A turn lasts until the mail is marked, so that few are ever between the two. */
const inTurn = turns(MAILS_AT_ONCE, WAIT_AT_MOST_MS)

/**
 * Sends mails and marks each as sent. One that is not taken stays claimed, and is tried again when its claim has run
 * out; it does not hold up the others. Only between the server's "250" and the mark can a kill make it go twice, under
 * the same Message-ID. Answers how many went.
 */
export async function sendMails(post: Post, mails: readonly ClaimedMail[]): Promise<number> {
  const sent = await Promise.all(mails.map((mail) => sendOne(post, mail)))
  return sent.filter(Boolean).length
}

async function sendOne({ mailer, origin, log }: Post, claimed: ClaimedMail): Promise<boolean> {
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
