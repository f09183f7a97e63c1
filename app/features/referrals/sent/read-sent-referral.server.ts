import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { permissionsOf } from '../../../access/ability.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { owesNews } from '../../../domain/referrals/client-news.ts'
import { canBeChased } from '../../../domain/referrals/referral-chase.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { canBeAmended, outdatedRisk, type PackageContent } from '../../../domain/referrals/referral-package.ts'
import type { RiskLevel } from '../../../domain/risk/risk-level.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { sharingWith } from '../decide/preview-sharing.ts'
import { type CaseToRefer, findCaseToRefer } from '../decide/read-case-material.server.ts'
import { readSharingFacts } from '../decide/read-sharing-facts.server.ts'
import { findOwnReferral, type OwnReferral } from '../find-own-referral.server.ts'
import { trackOf } from '../track-referral.ts'
import { readOtherHelp } from './read-other-help.server.ts'
import { nameOfStaff, readAgency, readClock, readLinks, readPackages, readSteps } from './read-sent-parts.server.ts'

/** All that the sender sees of one referral: progress, packages and messages, without the recipient's notes. */
export async function readSentReferral({ actor, now }: Reading, referralId: string) {
  return asActor(actor, async (tx) => {
    const own = orNotFound(await findOwnReferral(tx, actor, referralId))
    const file = orNotFound(await findCaseToRefer(tx, actor, own.caseId))
    const [recipient, suggested, steps, packages, decidedByName, standard, links, sharing, otherHelp] = [
      await readAgency(tx, own.toAgencyId),
      own.suggestedAgencyId ? await readAgency(tx, own.suggestedAgencyId) : null,
      await readSteps(tx, actor, referralId),
      await readPackages(tx, actor, referralId),
      await nameOfStaff(tx, actor, own.decidedBy),
      await readClock(tx, actor, referralId, now),
      await readLinks(tx, actor, own),
      await readSharing(tx, { actor, now }, own, file),
      own.state === 'declined' ? await readOtherHelp(tx, actor, referralId) : null,
    ]
    await recordEvent(
      tx,
      { actor, now },
      { kind: 'record-consulted', caseId: own.caseId, subjectId: referralId, data: { what: 'referral', referralId } },
    )
    const { caseId, reference, clientName } = file
    const track = trackOf({ ...own, decidedByName, toAgencyName: recipient.name }, steps, now)
    return {
      case: { caseId, reference, clientName },
      ...shownOf(own, actor),
      recipient,
      suggested,
      decidedByName,
      steps,
      packages,
      standard,
      track,
      ...links,
      sharing,
      otherHelp,
      risk: riskSince(own, packages[0], file.material.risk?.level ?? 'not_assessed'),
    }
  })
}

export type SentReferral = Awaited<ReturnType<typeof readSentReferral>>

/** The level shared and the level now, where they differ and the package can still be amended. */
function riskSince(own: OwnReferral, newest: { content: PackageContent } | undefined, now: RiskLevel) {
  const shared = newest && canBeAmended(own) ? outdatedRisk(newest.content, now) : null
  return shared && { shared, now }
}

/** The referral's own fields on the page, and the moves the sender has now. */
function shownOf(own: OwnReferral, actor: Actor) {
  const { referralId, reference, state, lane, version, purpose, askedBy, byOverride, overrideGround, reason, outcome } =
    own
  const instant = (at: Date | null) => at?.toISOString() ?? null
  const { newsAt, clientToldAt } = own
  const mayMove = permissionsOf(actor).may('update', 'referral', own)
  return {
    ...{ referralId, reference, state, lane, version, purpose, askedBy, byOverride, overrideGround, reason, outcome },
    decidedAt: own.decidedAt.toISOString(),
    sentAt: instant(own.sentAt),
    dueAt: own.dueAt.toISOString(),
    hiddenAt: instant(own.hiddenAt),
    newsAt: instant(newsAt),
    clientToldAt: instant(clientToldAt),
    owesNews: owesNews(own),
    moves: mayMove ? movesFor(state, 'sender') : [],
    amendable: mayMove && canBeAmended(own),
    chaseable: mayMove && canBeChased(state),
  }
}

/** For a referral not sent yet: whether it may be sent now, or which consent is missing. */
async function readSharing(tx: Tx, { actor, now }: Reading, own: OwnReferral, file: CaseToRefer) {
  if (own.state !== 'decided') return null
  const facts = await readSharingFacts(tx, actor, file.caseId)
  const { name } = await readAgency(tx, own.toAgencyId)
  return sharingWith(own.toAgencyId, name, facts, { purpose: own.purpose, now })
}
