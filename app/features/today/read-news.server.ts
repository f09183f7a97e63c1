import { and, asc, desc, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { referral } from '../../../db/schema/referral.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { afterDecline } from '../../domain/referrals/after-decline.ts'
import type { ReferralState } from '../../domain/referrals/referral.ts'
import { referralStatus } from '../../domain/referrals/referral-status.ts'
import { owesNewsSql } from '../../facts/client-news.server.ts'
import { attemptsSql } from '../../facts/referral-attempts.server.ts'
import { declinedAndUnhelped } from '../../facts/unhelped-client.server.ts'
import { href } from '../../href.ts'
import type { ClientTask } from '../../ui/lists/task-list.tsx'
import { isAnsweredForBy, joinSent } from './sent-by-them.server.ts'

const LIMIT = 20
/** Results that the other agency recorded; all other states were set without it. */
const ANSWERS: ReferralState[] = ['accepted', 'declined', 'in_progress']

/** News of referrals that the client does not know yet, latest first. */
export async function readNews(tx: Tx, actor: Actor): Promise<ClientTask[]> {
  const { referralId, reference, state, newsAt } = referral
  const rows = await joinSent(tx, {
    ...{ referralId, reference, state },
    attempts: attemptsSql(),
    unhelped: sql<boolean>`${declinedAndUnhelped()}`,
  })
    .where(and(isAnsweredForBy(actor), owesNewsSql()))
    .orderBy(asc(caseFile.urgentOrder), desc(newsAt))
    .limit(LIMIT)
  return rows.map(({ clientName, agencyName, suggestedName, ...row }) => {
    const answered = ANSWERS.includes(row.state)
    const next = row.unhelped ? ` ${afterDecline(clientName, suggestedName)}.` : ''
    return {
      taskId: row.referralId,
      violence: row.violence,
      title: `Tell ${clientName} ${answered ? `what ${agencyName} answered` : `the news about the referral to ${agencyName}`}`,
      href: href('/sent/:referralId', { referralId: row.referralId }),
      why: `Referral ${row.reference}: ${referralStatus(row)}.${next}`,
      action: {
        label: answered ? 'See the answer' : 'See what happened',
        href: href('/sent/:referralId', { referralId: row.referralId }),
      },
    }
  })
}
