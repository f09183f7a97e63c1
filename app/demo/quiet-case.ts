import { AGENCIES } from './agencies.ts'
import { type CourseId, followed } from './courses.ts'
import { officeMinutes } from './days.ts'
import { PEOPLE } from './people.ts'
import { type Scenes, type Stage, type Story, together } from './telling.ts'
import type { CaseTold, ConsentTold, ReferTold, ReportTold } from './told.ts'

/** A case without surprises, as most are. Days are working days before the day of loading. */
export interface QuietCase {
  worker: keyof typeof PEOPLE
  received: number
  /** Working days until somebody spoke to the client; one, if nothing else is said. */
  contactAfter?: number
  /** Working days after the report until the first look was finished; never for an agency that does not investigate. */
  investigatedAfter?: number
  report: ReportTold
  /** A further incident, so many working days before today. */
  again?: [workingDaysBefore: number, account: string]
  referrals?: QuietReferral[]
}

interface QuietReferral {
  to: keyof typeof AGENCIES
  purpose: ReferTold['purpose']
  /** The working day before today on which it was decided and, if it was not late, sent. */
  on: number
  course: CourseId | 'not-agreed' | 'cancelled'
  /** Working days by which it was sent after it was decided. */
  late?: number
  said?: Partial<ConsentTold>
}

const HOUR = 60
const DAY = 510

export function quietStory(told: QuietCase): Story {
  const story = (stage: Stage) => quietScenes(stage, told)
  return Object.defineProperty(story, 'name', { value: `the case of ${told.report.clientName}` })
}

async function* quietScenes(stage: Stage, told: QuietCase): Scenes {
  const { days, play, chance } = stage
  const worker = PEOPLE[told.worker]
  yield days.before(told.received, chance.pick(['09:15', '10:05', '11:20', '13:40', '14:30', '15:10']))
  const file = await play.report(worker, told.report)
  yield officeMinutes(play.now(), 20 + chance.below(3 * HOUR))
  await play.allocate(managerOf(file) ?? worker, file, worker)
  yield* together([
    firstContact(stage, file, told.contactAfter ?? 1),
    ...investigation(stage, file, told),
    ...(told.again ? [anotherIncident(stage, file, told)] : []),
    ...(told.referrals ?? []).map((one) => referred(stage, file, one)),
  ])
}

function managerOf({ worker }: CaseTold) {
  const { agencyId } = worker.actor
  return Object.values(PEOPLE).find(({ actor }) => actor.agencyId === agencyId && actor.role === 'manager')
}

async function* firstContact({ play, chance }: Stage, file: CaseTold, after: number): Scenes {
  const from = play.now()
  const manager = managerOf(file)
  if (after > 1 || chance.happens(30)) {
    yield officeMinutes(from, 30 + chance.below(2 * HOUR))
    await play.contact(file, chance.pick(['no_answer', 'somebody_else_answered', 'no_answer']), '')
  }
  yield officeMinutes(from, (after - 1) * DAY + 3 * HOUR + chance.below(3 * HOUR))
  await play.contact(file, 'spoke', chance.pick(FIRST_WORDS))
  if (after <= 2 || !manager) return
  yield officeMinutes(play.now(), 2 * HOUR)
  await play.explainLateContact(manager, file, chance.pick(['staff_away', 'no_answer', 'interpreter']))
}

function* investigation(stage: Stage, file: CaseTold, { investigatedAfter }: QuietCase): Generator<Scenes> {
  if (investigatedAfter === undefined) return
  const from = stage.play.now()
  yield (async function* (): Scenes {
    yield officeMinutes(from, investigatedAfter * DAY)
    await stage.play.completeInvestigation(file)
  })()
}

async function* anotherIncident({ days, play }: Stage, file: CaseTold, { again, report }: QuietCase): Scenes {
  if (!again) return
  const [on, account] = again
  yield days.before(on, '12:10')
  const { strands, primaryStrand, locationType, ward } = report
  await play.furtherIncident(file, { account, strands, primaryStrand, locationType, ward, types: ['verbal_abuse'] })
  yield days.before(on, '15:20')
  await play.contact(file, 'spoke', 'About what happened this time.')
}

async function* referred(stage: Stage, file: CaseTold, told: QuietReferral): Scenes {
  const { days, play, chance } = stage
  const to = AGENCIES[told.to]
  const decidedAt = days.before(told.on, chance.pick(['10:10', '10:55', '11:35']))
  const { purpose, said } = told
  const askedBy = chance.pick(['agreed', 'agreed', 'requested'] as const)
  if (told.course === 'cancelled' || told.course === 'not-agreed') {
    yield decidedAt
    const referral = await play.decide(file, to, { purpose, askedBy })
    yield officeMinutes(decidedAt, 2 * HOUR)
    await play.agree(file, to, { purpose, decision: told.course === 'cancelled' ? 'refused' : 'not_now' })
    yield officeMinutes(decidedAt, 3 * HOUR)
    if (told.course === 'cancelled') await play.cancel(referral, 'changed_mind')
    return
  }
  yield told.late ? officeMinutes(decidedAt, told.late * DAY) : decidedAt
  const referral = await play.refer(file, to, { purpose, askedBy, decidedAt: told.late ? decidedAt : undefined }, said)
  yield* followed(stage, referral, told.course)
}

const FIRST_WORDS = [
  'Spoke for twenty minutes. Knows who their worker is and how to reach us.',
  'Explained what happens next, and that nothing happens against their wish.',
  'Wants time to think about the police.',
  'Agreed to ring on Mondays and to keep a diary.',
  '',
]
