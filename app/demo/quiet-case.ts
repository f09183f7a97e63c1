import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'
import { AGENCIES } from './agencies.ts'
import { type CourseId, followed } from './courses.ts'
import { officeMinutes } from './days.ts'
import { PEOPLE } from './people.ts'
import { type Scenes, type Stage, type Story, together } from './play-stories.ts'
import type { StoryRisk } from './risk-acts.ts'
import type { StoryCase, StoryConsent, StoryReferralDetails, StoryReport } from './story-types.ts'

/** An ordinary case without surprises. Days are counted in working days before the day of loading. */
export interface QuietCase {
  worker: keyof typeof PEOPLE
  received: number
  /** Working days from the report to the first conversation with the client; 1 by default. */
  contactAfter?: number
  /** Working days from report to initial investigation. Absent for agencies that do not investigate. */
  investigatedAfter?: number
  report: StoryReport
  /** A further incident, this many working days before today. */
  again?: [workingDaysBefore: number, account: string]
  /** Risk checks with the client, each this many working days before today. */
  risk?: [workingDaysBefore: number, StoryRisk][]
  plan?: QuietPlan
  referrals?: QuietReferral[]
}

/** An action plan, written this many working days before today. Its actions are due in days from then. */
interface QuietPlan {
  on: number
  signed: boolean
  /** The working day before today on which the client was handed the acknowledgement. */
  acknowledgedOn?: number
  ours: [what: string, inDays: number, why: string][]
  theirs?: [what: string, inDays: number, why: string][]
}

interface QuietReferral {
  to: keyof typeof AGENCIES
  purpose: StoryReferralDetails['purpose']
  /** The working day before today on which the referral was decided, and sent unless it is late. */
  on: number
  course: CourseId | 'not-agreed' | 'cancelled'
  /** Working days between the decision and sending. */
  late?: number
  said?: Partial<StoryConsent>
}

const HOUR = 60
const DAY = 510

export function quietStory(quietCase: QuietCase): Story {
  const story = (stage: Stage) => quietScenes(stage, quietCase)
  return Object.defineProperty(story, 'name', { value: `the case of ${quietCase.report.clientName}` })
}

async function* quietScenes(stage: Stage, quietCase: QuietCase): Scenes {
  const { days, play, chance } = stage
  const worker = PEOPLE[quietCase.worker]
  yield days.before(quietCase.received, chance.pick(['09:15', '10:05', '11:20', '13:40', '14:30', '15:10']))
  const file = await play.report(worker, quietCase.report)
  yield officeMinutes(play.now(), 20 + chance.below(3 * HOUR))
  await play.allocate(managerOf(file) ?? worker, file, worker)
  yield* together([
    firstContact(stage, file, quietCase.contactAfter ?? 1),
    ...investigation(stage, file, quietCase),
    ...(quietCase.again ? [anotherIncident(stage, file, quietCase)] : []),
    ...(quietCase.risk ? [checked(stage, file, quietCase.risk)] : []),
    ...(quietCase.plan ? [planned(stage, file, quietCase.plan, String(quietCase.report.clientName))] : []),
    ...(quietCase.referrals ?? []).map((quietReferral) => referred(stage, file, quietReferral)),
  ])
}

function managerOf({ worker }: StoryCase) {
  const { agencyId } = worker.actor
  return Object.values(PEOPLE).find(({ actor }) => actor.agencyId === agencyId && actor.role === 'manager')
}

async function* firstContact({ play, chance }: Stage, file: StoryCase, after: number): Scenes {
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

function* investigation(stage: Stage, file: StoryCase, { investigatedAfter }: QuietCase): Generator<Scenes> {
  if (investigatedAfter === undefined) return
  const from = stage.play.now()
  yield (async function* (): Scenes {
    yield officeMinutes(from, investigatedAfter * DAY)
    await stage.play.completeInvestigation(file)
  })()
}

async function* anotherIncident({ days, play }: Stage, file: StoryCase, { again, report }: QuietCase): Scenes {
  if (!again) return
  const [on, account] = again
  yield days.before(on, '12:10')
  const { strands, primaryStrand, locationType, ward } = report
  await play.furtherIncident(file, { account, strands, primaryStrand, locationType, ward, types: ['verbal_abuse'] })
  yield days.before(on, '15:20')
  await play.contact(file, 'spoke', 'About what happened this time.')
}

async function* checked({ days, play }: Stage, file: StoryCase, risk: NonNullable<QuietCase['risk']>): Scenes {
  for (const [on, answers] of risk) {
    yield days.before(on, '10:05')
    await play.checkRisk(file, answers)
  }
}

async function* planned({ days, play }: Stage, file: StoryCase, plan: QuietPlan, clientName: string): Scenes {
  const { on, signed, acknowledgedOn, ours, theirs = [] } = plan
  yield days.before(on, '13:15')
  const dated = (actions: QuietPlan['ours']) =>
    actions.map(([what, inDays, why]): [string, CalendarDay, string] => [
      what,
      addDays(days.dayBefore(on), inDays),
      why,
    ])
  const alternative = managerOf(file)
  if (!alternative) throw new Error('A plan needs an alternative contact.')
  await play.writePlan(file, { alternative, ours: dated(ours), theirs: dated(theirs) })
  if (!signed) return
  yield days.before(on, '13:50')
  await play.signPlan(file, clientName)
  if (acknowledgedOn === undefined) return
  yield days.before(acknowledgedOn, '10:20')
  await play.givePaper(file, 'acknowledgement')
}

async function* referred(stage: Stage, file: StoryCase, quietReferral: QuietReferral): Scenes {
  const { days, play, chance } = stage
  const to = AGENCIES[quietReferral.to]
  const decidedAt = days.before(quietReferral.on, chance.pick(['10:10', '10:55', '11:35']))
  const { purpose, said } = quietReferral
  const askedBy = chance.pick(['agreed', 'agreed', 'requested'] as const)
  if (quietReferral.course === 'cancelled' || quietReferral.course === 'not-agreed') {
    yield decidedAt
    const referral = await play.decide(file, to, { purpose, askedBy })
    yield officeMinutes(decidedAt, 2 * HOUR)
    await play.agree(file, to, { purpose, decision: quietReferral.course === 'cancelled' ? 'refused' : 'not_now' })
    yield officeMinutes(decidedAt, 3 * HOUR)
    if (quietReferral.course === 'cancelled') await play.cancel(referral, 'changed_mind')
    return
  }
  yield quietReferral.late ? officeMinutes(decidedAt, quietReferral.late * DAY) : decidedAt
  const referral = await play.refer(
    file,
    to,
    { purpose, askedBy, decidedAt: quietReferral.late ? decidedAt : undefined },
    said,
  )
  yield* followed(stage, referral, quietReferral.course)
}

const FIRST_WORDS = [
  'Spoke for twenty minutes. Knows who their worker is and how to reach us.',
  'Explained what happens next, and that nothing happens against their wish.',
  'Wants time to think about the police.',
  'Agreed to ring on Mondays and to keep a diary.',
  '',
]
