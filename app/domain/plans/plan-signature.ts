import { done, type Result, refused } from '../result.ts'
import { isBeforeMinuteOf } from '../time/calendar-day.ts'

export const PLAN_PARTIES = {
  client: { label: 'The client' },
  agency: { label: 'The agency' },
} as const satisfies Record<string, { label: string }>

export type PlanParty = keyof typeof PLAN_PARTIES

/** How a plan is signed (I4a). The first four are equal ways for the client; staff of the agency sign as themselves. */
export const SIGNING_WAYS = {
  typed: { label: 'Types their name', hint: 'The client types their name and agrees on this screen', by: 'client' },
  drawn: { label: 'Signs on the screen', hint: 'With a finger, a pen or the mouse', by: 'client' },
  said_aloud: { label: 'Says yes aloud', hint: 'In person or by phone. You record it', by: 'client' },
  paper: { label: 'Signs on paper', hint: 'You add a photo or a scan of the signed paper', by: 'client' },
  refused: { label: 'Does not want to sign', hint: 'You record why. The plan can still be agreed', by: 'client' },
  as_staff: { label: 'Signs as the person who is signed in', hint: '', by: 'agency' },
} as const satisfies Record<string, { label: string; hint: string; by: PlanParty }>

export type SigningWay = keyof typeof SIGNING_WAYS

export type ClientSigningWay = {
  [Way in SigningWay]: (typeof SIGNING_WAYS)[Way]['by'] extends 'client' ? Way : never
}[SigningWay]

export const CLIENT_SIGNING_WAYS = (Object.keys(SIGNING_WAYS) as SigningWay[]).filter(
  (way): way is ClientSigningWay => SIGNING_WAYS[way].by === 'client',
)

/** How an agreement came about: both signed, or the agency signed and the client's refusal is documented. */
export const AGREEMENT_WAYS = {
  signed: { label: 'Signed by the client and the agency' },
  documented_refusal: { label: 'Signed by the agency. The client did not want to sign' },
} as const satisfies Record<string, { label: string }>

export type AgreementWay = keyof typeof AGREEMENT_WAYS

/** What a signature needs to decide whether it completes the agreement. */
export interface SignatureMade {
  party: PlanParty
  way: SigningWay
  fingerprint: string
  /** When it was signed or said. */
  signedAt: Date
}

export type SigningRefusal =
  | { kind: 'plan-changed' }
  | { kind: 'already-signed'; party: PlanParty }
  | { kind: 'signed-in-the-future' }
  | { kind: 'signed-before-plan' }

/** Whether a signature may be added: it must be for the text as it is now, and a party signs a text once. */
export function checkSignature(
  signature: SignatureMade,
  plan: { fingerprint: string; changedAt: Date; signatures: readonly SignatureMade[] },
  now: Date,
): Result<null, SigningRefusal> {
  if (signature.fingerprint !== plan.fingerprint) return refused({ kind: 'plan-changed' })
  const { party } = signature
  const earlier = standing(plan.signatures, plan.fingerprint).get(party)
  // A client who did not want to sign may change their mind until the plan is agreed.
  const mindChanged = earlier?.way === 'refused' && signature.way !== 'refused'
  if (earlier && !mindChanged) return refused({ kind: 'already-signed', party })
  if (signature.signedAt > now) return refused({ kind: 'signed-in-the-future' })
  if (isBeforeMinuteOf(signature.signedAt, plan.changedAt)) return refused({ kind: 'signed-before-plan' })
  return done(null)
}

/** The agreement, when both parties have answered this text: the later of the two moments. Null until then. */
export function agreementOf(
  signatures: readonly SignatureMade[],
  fingerprint: string,
): { agreedAt: Date; way: AgreementWay } | null {
  const answers = standing(signatures, fingerprint)
  const client = answers.get('client')
  const agency = answers.get('agency')
  if (!client || !agency) return null
  const agreedAt = new Date(Math.max(client.signedAt.getTime(), agency.signedAt.getTime()))
  return { agreedAt, way: client.way === 'refused' ? 'documented_refusal' : 'signed' }
}

/** The answer of each party to this text. A signature counts before a refusal; earlier texts do not count. */
export function standing<Signature extends SignatureMade>(
  signatures: readonly Signature[],
  fingerprint: string,
): Map<PlanParty, Signature> {
  const ofText = signatures.filter((signature) => signature.fingerprint === fingerprint)
  const refusalsFirst = ofText.toSorted((one, other) => Number(other.way === 'refused') - Number(one.way === 'refused'))
  return new Map(refusalsFirst.map((signature) => [signature.party, signature]))
}
