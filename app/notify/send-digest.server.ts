import { asActor } from '../../db/as-actor.ts'
import { readCalendar } from '../../db/read-calendar.ts'
import { londonDayOf } from '../domain/time/calendar-day.ts'
import { isWorkingDay } from '../domain/time/working-day.ts'
import type { Running } from './agency-job.server.ts'
import { type ClaimedMail, claimDigests, claimUnsent } from './ledger.server.ts'
import { type Post, sendMails } from './send-mails.server.ts'

/** One mail for each person with whatever has gathered since the last; on working days only. Answers how many went. */
export async function sendDigests(post: Post, { actor, now }: Running): Promise<number> {
  const working = isWorkingDay(londonDayOf(now), await asActor(actor, readCalendar))
  let sent = 0
  while (working) {
    const mails: ClaimedMail[] = await asActor(actor, (tx) => claimDigests(tx, actor.agencyId))
    if (mails.length === 0) break
    sent += await sendMails(post, mails)
  }
  return sent
}

/** Takes up what was claimed and never marked as sent. Answers how many mails went. */
export async function sendUnsent(post: Post, { actor }: Running): Promise<number> {
  return sendMails(post, await asActor(actor, (tx) => claimUnsent(tx, actor.agencyId)))
}
