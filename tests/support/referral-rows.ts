import { randomUUID } from 'node:crypto'
import { REFERRAL_STATES, type ReferralState } from '../../app/domain/referrals/referral.ts'
import { type AgencyMade, MONDAY_MORNING, type World } from './world.ts'

export interface RowGiven {
  from: AgencyMade
  to: AgencyMade
  state: ReferralState
  sentAt?: Date | null
  dueAt?: Date
  urgency?: number
  /** Violence or threat of violence. */
  serious?: boolean
  recipientWorkerId?: string | null
  /** A package that shows this; none without it. */
  packaged?: boolean
}

let rows = 0

/** Two states follow a referral that was sent as well as one that was not; the others say it themselves. */
export function sentWhen(state: ReferralState): boolean {
  return state !== 'decided' && state !== 'cancelled'
}

/** A referral put into a state by the administrator, without the way there: for matrices and races. */
export async function referralRow({ admin }: Pick<World, 'admin'>, given: RowGiven): Promise<string> {
  const [referralId] = await referralRows({ admin }, given, 1)
  return referralId as string
}

export async function referralRows({ admin }: Pick<World, 'admin'>, given: RowGiven, count: number): Promise<string[]> {
  const { from, to, state, dueAt = MONDAY_MORNING, urgency = 2, recipientWorkerId = null } = given
  const sentAt = given.sentAt === undefined ? (sentWhen(state) ? MONDAY_MORNING : null) : given.sentAt
  rows += count
  const made = Array.from({ length: count }, (_, at) => ({ referral_id: randomUUID(), reference: `R-${rows - at}` }))
  await admin`insert into referral ${admin(
    made.map((one) => ({
      ...one,
      from_agency_id: from.agencyId,
      to_agency_id: to.agencyId,
      state,
      purpose: 'support',
      decided_at: MONDAY_MORNING,
      sent_at: sentAt,
      due_at: dueAt,
      closed_at: REFERRAL_STATES[state].lane === 'finished' ? MONDAY_MORNING : null,
      package_version: given.packaged ? 1 : 0,
      sender_worker_id: randomUUID(),
      recipient_worker_id: recipientWorkerId,
      urgency,
      serious: given.serious ?? false,
    })),
  )}`
  if (given.packaged) await insertPackages({ admin }, given, made)
  return made.map((one) => one.referral_id)
}

async function insertPackages({ admin }: Pick<World, 'admin'>, given: RowGiven, made: { referral_id: string }[]) {
  await admin`insert into referral_package ${admin(
    made.map(({ referral_id }, at) => ({
      referral_id,
      from_agency_id: given.from.agencyId,
      to_agency_id: given.to.agencyId,
      version: 1,
      categories: ['safe_contact'],
      content: admin.json({ format: 'referral-package/1', parts: {} }),
      client_name: `Client ${at}`,
      risk: 'medium',
      needs: ['BSL'],
      safe_times: 'Weekdays 10 to 12',
      shared_at: MONDAY_MORNING,
      shared_by_name: 'Sam Okafor',
    })),
  )}`
}
