import { and, asc, desc, isNotNull, not } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { referral } from '../../../db/schema/referral.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { afterDecline } from '../../domain/referrals/after-decline.ts'
import { owesNewsSql } from '../../facts/client-news.server.ts'
import { declinedAndUnhelped } from '../../facts/unhelped-client.server.ts'
import { href } from '../../href.ts'
import type { ClientTask } from '../../ui/lists/task-list.tsx'
import { isAnsweredForBy, joinSent } from './sent-by-them.server.ts'

const LIMIT = 20

/** This person's clients who know that another agency declined and have no other help yet, latest first. */
export async function readUnhelped(tx: Tx, actor: Actor): Promise<ClientTask[]> {
  // Until the client knows, it is among the news, with the same words.
  const isNewsKnown = and(isNotNull(referral.newsAt), not(owesNewsSql()))
  const rows = await joinSent(tx, { referralId: referral.referralId })
    .where(and(isAnsweredForBy(actor), declinedAndUnhelped(), isNewsKnown))
    .orderBy(asc(caseFile.urgentOrder), desc(referral.answeredAt))
    .limit(LIMIT)
  return rows.map(({ referralId, clientName, agencyName, suggestedName, violence }) => ({
    taskId: referralId,
    violence,
    title: suggestedName ? `Ask ${clientName} about ${suggestedName}` : `Find other help for ${clientName}`,
    href: href('/sent/:referralId', { referralId }),
    why: `${agencyName} declined. ${afterDecline(clientName, suggestedName)}.`,
    action: {
      label: suggestedName ? 'Send it there' : 'Choose another agency',
      href: href('/sent/:referralId/reroute', { referralId }),
    },
  }))
}
