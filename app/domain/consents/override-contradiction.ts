import type { Consent } from './consent.ts'
import type { WhyNoConsent } from './override.ts'

/** The parts of an override request that can contradict the case. */
interface Request {
  recipientAgencyId: string
  whyNoConsent: WhyNoConsent
  clientTold: boolean
  requestedAt: Date
}

/** What the case records. Contacts entered in error are left out. */
interface CaseRecord {
  contacts: readonly { contactedAt: Date; succeeded: boolean }[]
  consents: readonly Pick<Consent, 'recipientAgencyId' | 'decision' | 'givenAt' | 'withdrawnAt'>[]
}

export type Contradiction =
  | { kind: 'reached'; at: Date }
  | { kind: 'answered'; at: Date }
  | { kind: 'agreed'; at: Date }
  | { kind: 'no-refusal-recorded' }
  | { kind: 'never-reached' }

const DAY_MS = 86_400_000
/** A client who was reached this many days before the request, or since, could have been asked. */
const RECENT_DAYS = 3

/** Where a request contradicts the case's own record. Both the requester and the manager see it. */
export function contradictionsOf(request: Request, record: CaseRecord): Contradiction[] {
  const since = new Date(request.requestedAt.getTime() - RECENT_DAYS * DAY_MS)
  const reached = latest(record.contacts.filter(({ succeeded }) => succeeded).map(({ contactedAt }) => contactedAt))
  const answered = latest(record.consents.map(({ givenAt }) => givenAt))
  const aboutRecipient = record.consents.filter((one) => one.recipientAgencyId === request.recipientAgencyId)
  const agreed = latest(aboutRecipient.filter(isLive).map(({ givenAt }) => givenAt))
  const { whyNoConsent, clientTold } = request
  const couldBeAsked = whyNoConsent === 'not_reached_in_time' || whyNoConsent === 'unsafe_to_ask'
  const found: (Contradiction | false | null)[] = [
    couldBeAsked && reached && reached >= since && { kind: 'reached', at: reached },
    whyNoConsent === 'lacks_capacity' && answered && answered >= since && { kind: 'answered', at: answered },
    whyNoConsent === 'refused' && !aboutRecipient.some((one) => !isLive(one)) && { kind: 'no-refusal-recorded' },
    agreed && { kind: 'agreed', at: agreed },
    clientTold && !reached && { kind: 'never-reached' },
  ]
  return found.filter((one): one is Contradiction => Boolean(one))
}

function isLive({ decision, withdrawnAt }: CaseRecord['consents'][number]): boolean {
  return decision === 'agreed' && withdrawnAt === null
}

function latest(instants: readonly Date[]): Date | null {
  return instants.length > 0 ? new Date(Math.max(...instants.map((at) => at.getTime()))) : null
}
