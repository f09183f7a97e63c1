import type { Tx } from '../../../db/as-actor.ts'
import { PACK_ANSWERS, SUPPORT_PACK_ITEM_IDS, SUPPORT_PACK_ITEMS } from '../../domain/papers/support-pack.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { readSupportPacksOfCase } from '../../facts/casework/papers-of-case.server.ts'
import { givingQuestions } from './giving-questions.server.ts'
import type { LockedCase } from './paper-case.ts'
import { readReader } from './read-reader.server.ts'

/** Who was offered which things of the pack, and what the form asks. Witnesses are named here alone. */
export async function readSupportPackPage(
  tx: Tx,
  actor: Actor,
  { view, allWays }: { view: Pick<LockedCase, 'caseId' | 'clientId'>; allWays: boolean },
) {
  const packs = await readSupportPacksOfCase(tx, actor, view.caseId)
  return {
    packs: packs.map(({ recipient, recipientId, recipientName, answers, complete, lastGivenAt }) => ({
      recipientId: recipient === 'client' ? 'client' : recipientId,
      to: recipient === 'client' ? 'The client' : recipientName,
      complete,
      lastGivenAt,
      items: SUPPORT_PACK_ITEM_IDS.map((item) => {
        const answer = answers[item]
        return {
          label: SUPPORT_PACK_ITEMS[item].label,
          answer: answer ? PACK_ANSWERS[answer].label : 'Not offered yet',
        }
      }),
    })),
    items: SUPPORT_PACK_ITEM_IDS.map((item) => ({ name: item, label: SUPPORT_PACK_ITEMS[item].label })),
    questions: givingQuestions('support_pack', await readReader(tx, actor, view.clientId), allWays),
  }
}
