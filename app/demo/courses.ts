import type { DeclineReason, ReferralOutcome } from '../domain/referrals/referral-reason.ts'
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'
import { AGENCIES, type StoryAgency } from './agencies.ts'
import { officeMinutes } from './days.ts'
import { PEOPLE, type StoryPerson } from './people.ts'
import type { Scenes, Stage } from './play-stories.ts'
import type { StoryReferral } from './story-types.ts'

/** How a sent referral may go on. Some courses stop before the referral is closed. */
export type CourseId = keyof typeof COURSES

interface Course extends Stage {
  referral: StoryReferral
  /** The case worker who answers at the receiving agency. */
  by: StoryPerson
}

const HOUR = 60
const DAY = 510

/** Plays the rest of a referral, from the moment it was sent. */
export function followed(stage: Stage, referral: StoryReferral, course: CourseId): Scenes {
  return COURSES[course]({ ...stage, referral, by: stage.chance.pick(workersOf(referral.to)) })
}

function workersOf({ agencyId }: StoryAgency): StoryPerson[] {
  return Object.values(PEOPLE).filter(({ actor }) => actor.agencyId === agencyId && actor.role === 'case_worker')
}

/** A random time in office hours, from `least` up to `most` minutes from now. */
function between({ play, chance }: Course, least: number, most: number): Date {
  return officeMinutes(play.now(), least + chance.below(most - least))
}

const COURSES = {
  waiting: async function* () {},
  received: async function* (course: Course): Scenes {
    yield between(course, HOUR, 2 * HOUR)
    await course.play.receive(course.by, course.referral)
  },
  accepted: async function* (course: Course): Scenes {
    yield* answered(course, 2 * HOUR)
  },
  tried: async function* (course: Course): Scenes {
    yield* answered(course)
    yield* clientTold(course)
    yield* tried(course, addDays(course.days.today, 1))
  },
  'in-contact': async function* (course: Course): Scenes {
    yield* answered(course)
    yield* clientTold(course)
    yield* engaged(course, addDays(course.days.today, 1 + course.chance.below(6)))
  },
  news: async function* (course: Course): Scenes {
    yield* answered(course)
    yield* clientTold(course)
    yield* engaged(course)
    yield course.days.before(1, course.chance.pick(['10:20', '11:45', '14:10', '15:35']))
    await course.play.recordOutcome(course.by, course.referral, outcomeOf(course))
  },
  helped: async function* (course: Course): Scenes {
    yield* answered(course)
    yield* clientTold(course)
    yield* engaged(course)
    yield* ended(course, outcomeOf(course))
  },
  'asked-then-helped': async function* (course: Course): Scenes {
    yield between(course, HOUR, 4 * HOUR)
    await course.play.askForMore(course.by, course.referral, course.chance.pick(QUESTIONS))
    yield between(course, HOUR, DAY)
    await course.play.giveMore(course.referral, course.chance.pick(ANSWERS))
    yield* accepted(course, DAY)
    yield* clientTold(course)
    yield* engaged(course)
    yield* ended(course, outcomeOf(course))
  },
  'not-reached': async function* (course: Course): Scenes {
    yield* answered(course)
    yield* clientTold(course)
    for (let tries = 0; tries < 3; tries += 1) yield* tried(course)
    yield* ended(course, 'unable_to_contact')
  },
  'client-said-no': async function* (course: Course): Scenes {
    yield* answered(course)
    yield* engaged(course)
    yield* ended(course, 'client_declined')
  },
  declined: async function* (course: Course): Scenes {
    yield between(course, HOUR, 5 * HOUR)
    await course.play.receive(course.by, course.referral)
    yield between(course, HOUR, DAY)
    const reason: DeclineReason = course.chance.pick(['capacity_full', 'duplicate', 'wrong_area', 'out_of_scope'])
    await course.play.decline(course.by, course.referral, reason, alternativeTo(course), WHY_DECLINED[reason])
    yield* clientTold(course)
  },
  'client-withdrew': async function* (course: Course): Scenes {
    yield* answered(course)
    yield* clientTold(course)
    yield between(course, DAY, 2 * DAY)
    await course.play.withdraw(course.referral, 'changed_mind')
  },
  'agency-withdrew': async function* (course: Course): Scenes {
    yield between(course, HOUR, 3 * HOUR)
    await course.play.receive(course.by, course.referral)
    yield between(course, HOUR, 3 * HOUR)
    await course.play.withdraw(course.referral, 'better_placed_agency')
  },
  unanswered: async function* (course: Course): Scenes {
    yield between(course, 3 * DAY, 3 * DAY + HOUR)
    await course.play.leaveUnanswered(course.referral)
  },
} satisfies Record<string, (course: Course) => Scenes>

async function* answered(course: Course, within = DAY): Scenes {
  yield between(course, HOUR / 2, within / 2)
  await course.play.receive(course.by, course.referral)
  yield* accepted(course, within / 2)
}

async function* accepted(course: Course, within: number): Scenes {
  yield between(course, HOUR / 2, within)
  await course.play.accept(course.by, course.referral, course.chance.pick(WELCOMES))
}

/** The case worker tells the client the news of the referral. */
async function* clientTold(course: Course): Scenes {
  yield between(course, HOUR, DAY)
  await course.play.tellClient(course.referral)
}

async function* engaged(course: Course, nextTryOn: CalendarDay | null = null): Scenes {
  yield between(course, HOUR, DAY)
  await course.play.engage(course.by, course.referral, course.chance.pick(IN_CONTACT), nextTryOn)
}

async function* tried(course: Course, nextTryOn: CalendarDay | null = null): Scenes {
  yield between(course, HOUR, DAY)
  const reason = course.chance.pick(['no_answer', 'no_answer', 'somebody_else_answered'] as const)
  await course.play.tryToReach(course.by, course.referral, { reason, nextTryOn })
}

async function* ended(course: Course, outcome: ReferralOutcome): Scenes {
  yield between(course, 2 * DAY, 6 * DAY)
  await course.play.recordOutcome(course.by, course.referral, outcome)
  yield* clientTold(course)
  yield between(course, HOUR, DAY)
  await course.play.close(course.referral)
}

function outcomeOf({ referral, chance }: Course): ReferralOutcome {
  if (referral.purpose !== 'support') return 'action_taken'
  return chance.pick(['support_given', 'support_given', 'support_given', 'engaged_then_ended', 'passed_on'])
}

/** Another agency with the same purpose, other than the sender and the recipient. */
function alternativeTo({ referral, chance }: Course): StoryAgency {
  const home = referral.file.worker.actor.agencyId
  const others = Object.values(AGENCIES).filter(
    ({ agencyId, purposes, takesReferrals }) =>
      takesReferrals &&
      agencyId !== home &&
      agencyId !== referral.to.agencyId &&
      purposes.includes(referral.purpose as never),
  )
  return chance.pick(others)
}

const WELCOMES = [
  'Thank you, we will call at the safe time you gave.',
  'Accepted. We will use the code word.',
  'We have somebody for this and will be in touch within two days.',
  '',
]
const IN_CONTACT = [
  'First conversation held; a plan for the next weeks is made.',
  'Met at the place the client chose.',
  'Spoke at length. The client knows whom to ring.',
]
const QUESTIONS = [
  'Is it safe to call before noon? The package says mornings and afternoons.',
  'Which dialect should the interpreter speak?',
  'Has the client said whether their partner may be in the room?',
]
const ANSWERS = [
  'After noon only, please. The morning was a mistake of ours.',
  'Asked today: Levantine, and a woman if there is one.',
  'Asked today: alone for the first meeting.',
]
const WHY_DECLINED: Partial<Record<DeclineReason, string>> = {
  capacity_full: 'No caseworker is free before next month.',
  duplicate: 'We have been seeing this client since the spring.',
  wrong_area: 'The address lies outside what we are funded for.',
  out_of_scope: 'What is asked for is not something we do.',
}
