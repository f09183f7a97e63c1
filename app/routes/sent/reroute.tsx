import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { referAddress } from '../../features/referrals/decide/refer-address.ts'
import { readSentBrief } from '../../features/referrals/sent/read-sent-brief.server.ts'
import { href } from '../../href.ts'

/** Opens the page that prepares a referral, with the suggested agency. That agency needs a consent of its own. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireCasework(args)
  const sent = await readSentBrief({ actor }, uuidParam(args.params.referralId))
  const { caseId, purpose, referralId, suggestedAgencyId } = sent
  if (!sent.moves.includes('reroute')) return redirect(href('/sent/:referralId', { referralId }))
  return redirect(referAddress({ caseId, purpose, recipientAgencyId: suggestedAgencyId, reroutedFromId: referralId }))
}
