import type { Tx } from '../../../db/as-actor.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { readNews } from './read-news.server.ts'
import { readAuthorised, readUndecidedRequests } from './read-sharing-requests.server.ts'
import { readStopped } from './read-stopped.server.ts'
import { readUnhelped } from './read-unhelped.server.ts'
import { readUnsent } from './read-unsent.server.ts'
import { countInbox } from './read-waiting.server.ts'

/** For everyone who works with clients, including managers. */
export async function readCaseworkPart(tx: Tx, { actor, now }: Reading) {
  const [news, inbox, authorised, requests, unhelped, stopped, unsent] = await Promise.all([
    readNews(tx, actor),
    countInbox(tx, actor, now),
    readAuthorised(tx, actor, now),
    readUndecidedRequests(tx, actor),
    readUnhelped(tx, actor),
    readStopped(tx, actor, now),
    readUnsent(tx, actor, now),
  ])
  return { news, inbox, authorised, requests, unhelped, stopped, unsent }
}
