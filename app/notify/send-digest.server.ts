import { asActor } from '../../db/as-actor.ts'
import { readCalendar } from '../../db/read-calendar.ts'
import { londonDayOf } from '../domain/time/calendar-day.ts'
import { isWorkingDay } from '../domain/time/working-day.ts'
import type { Running } from './agency-job.server.ts'
import { type ClaimedMail, claimDigests, claimUnsent } from './notifications.server.ts'
import { type MailContext, sendMails } from './send-mails.server.ts'

/** Sends each person one mail with all that is waiting, on working days. @returns the number of mails sent */
export async function sendDigests(context: MailContext, { actor, now }: Running): Promise<number> {
  const working = isWorkingDay(londonDayOf(now), await asActor(actor, readCalendar))
  let sent = 0
  while (working) {
    const mails: ClaimedMail[] = await asActor(actor, (tx) => claimDigests(tx, actor.agencyId))
    if (mails.length === 0) break
    sent += await sendMails(context, mails)
  }
  return sent
}

/** Sends mails that were claimed but not marked as sent. @returns the number of mails sent */
export async function sendUnsent(context: MailContext, { actor }: Running): Promise<number> {
  return sendMails(context, await asActor(actor, (tx) => claimUnsent(tx, actor.agencyId)))
}
