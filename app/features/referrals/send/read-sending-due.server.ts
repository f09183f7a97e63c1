import type { Tx } from '../../../../db/as-actor.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { calculateDeadline } from '../../../domain/standards/clock.ts'
import { explainDeadline } from '../../../domain/standards/clock-explanation.ts'
import { getStandard } from '../../../domain/standards/service-standard.ts'

/** The deadline for sending a referral decided at `decidedAt` (I2), with its explanation. */
export async function readSendingDue(tx: Tx, decidedAt: Date) {
  const standard = getStandard('I2')
  const calendar = await readCalendar(tx)
  return {
    dueAt: calculateDeadline(standard, decidedAt, calendar).dueAt.toISOString(),
    explanation: explainDeadline(standard, decidedAt, calendar),
  }
}
