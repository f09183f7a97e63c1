import { addDays } from '../../domain/time/calendar-day.ts'
import { AGENCIES } from '../agencies.ts'
import { PEOPLE } from '../people.ts'
import type { Scenes, Stage, Story } from '../play-stories.ts'
import { mobile } from '../reach.ts'

const { bea, kwame, lorraine, hyacinth, patrick, carmen, owen } = PEOPLE
const { constabulary } = AGENCIES

/** A correction after sending makes a second version, which both agencies see. */
async function* amendedPackage({ days, play }: Stage): Scenes {
  yield days.before(8, '09:30')
  const file = await play.report(kwame, {
    clientName: 'Lucia Ferreira',
    ...mobile(501),
    language: 'Portuguese',
    account:
      'The cleaner’s boss says Brazilians are all the same and locks the break room when I come. He touched my hair and laughed.',
    strands: ['race'],
    types: ['harassment_repeated', 'bullying'],
    locationType: 'work',
    ward: 'Waterfront North',
    wishes: 'I want it written down before my contract ends.',
  })
  yield days.before(8, '10:00')
  await play.allocate(kwame, file, kwame)
  yield days.before(8, '14:00')
  await play.contact(file, 'spoke')
  yield days.before(7, '10:30')
  const summary = 'Harassed at work by a supervisor; three witnesses named.'
  const referral = await play.refer(file, constabulary, { purpose: 'investigation', summary })
  yield days.before(6, '09:00')
  await play.accept(owen, referral)
  yield days.before(5, '11:30')
  await play.tellClient(referral)
  yield days.before(5, '12:00')
  const corrected = 'Harassed at work by a supervisor. Two witnesses, not three: the third has moved away.'
  await play.amend(referral, corrected, 'One of the witnesses has moved away')
  yield days.before(3, '15:00')
  await play.engage(owen, referral, 'First statement taken.', addDays(days.today, 2))
}

/** The client asked for a call today. The date is theirs even when today is a day off. */
async function* choseTodayToo({ days, play }: Stage): Scenes {
  yield days.before(3, '10:10')
  const file = await play.report(bea, {
    clientName: 'Tariq Mahmood',
    ...mobile(502, { safeTimes: 'Today, after prayers' }),
    account: 'They left bacon on the step of the prayer room and took photographs when I cleaned it.',
    strands: ['religion'],
    types: ['offensive_material', 'harassment_repeated'],
    locationType: 'place_of_worship',
    ward: 'Toxteth',
    wishes: 'The older men must not have to see it again.',
  })
  yield days.before(3, '10:40')
  await play.allocate(lorraine, file, bea)
  yield days.before(2, '12:15')
  await play.defer(file, days.today, 'supporter')
}

/** A report without the client's name. Contact is impossible, which does not count as a failure. */
async function* withoutAName({ days, play }: Stage): Scenes {
  yield days.before(3, '14:20')
  const file = await play.report(hyacinth, {
    channel: 'reporting_point',
    reporterRole: 'anonymous',
    account:
      'A person came in shaking: on the 82 bus a man held a phone in the face of a woman in a wheelchair and asked who paid for it. Would not say their name.',
    strands: ['disability'],
    perceivedBy: ['witness'],
    types: ['verbal_abuse', 'harassment_repeated'],
    locationType: 'public_transport',
    ward: 'Toxteth',
  })
  yield days.before(3, '14:40')
  await play.allocate(hyacinth, file, hyacinth)
}

/** Taken at a library, for a client who wants to be called. */
async function* fromTheLibrary({ days, play }: Stage): Scenes {
  yield days.before(5, '11:15')
  const file = await play.report(hyacinth, {
    channel: 'reporting_point',
    clientName: 'Comfort Mensah',
    ...mobile(504),
    account: 'Children at the playground are told by their father not to play with mine because we are dirty.',
    strands: ['race'],
    types: ['verbal_abuse'],
    locationType: 'park_beach',
    ward: 'Princes Park',
    wishes: 'I want to know what I can do.',
  })
  yield days.before(5, '11:40')
  await play.allocate(hyacinth, file, hyacinth)
  yield days.before(4, '10:30')
  await play.contact(file, 'spoke', 'In the quiet room.', 'in_person')
  yield days.before(4, '11:00')
  const referral = await play.refer(file, AGENCIES.unitySteps, { purpose: 'support', askedBy: 'requested' })
  yield days.before(3, '10:00')
  await play.decline(
    PEOPLE.imran,
    referral,
    'duplicate',
    AGENCIES.beacon,
    'She has been coming to our group since June.',
  )
}

/** Reported by a neighbour. The client does not know of the report, and a call could harm them. */
async function* seenByANeighbour({ days, play }: Stage): Scenes {
  yield days.before(4, '13:30')
  const file = await play.report(patrick, {
    channel: 'reporting_point',
    reporterRole: 'witness',
    reporterName: 'A neighbour',
    reporterContact: '07700 900505',
    clientAware: 'no',
    account:
      'The two women upstairs are shouted at from a car every Saturday. I have the number plate. They do not know that I am here.',
    strands: ['sexual_orientation'],
    perceivedBy: ['witness'],
    types: ['verbal_abuse', 'threats_intimidation'],
    locationType: 'home',
    ward: 'St Michaels',
  })
  yield days.before(4, '13:50')
  await play.allocate(patrick, file, patrick)
}

/** An agency that accepts no more referrals still has cases of its own. */
async function* onTheNightShift({ days, play }: Stage): Scenes {
  yield days.before(2, '17:10')
  const file = await play.report(carmen, {
    channel: 'in_person',
    clientName: 'Nina',
    ...mobile(506, { safeToText: 'no', safeTimes: 'After eight in the evening', codeWord: 'Say that Carmen asked' }),
    account:
      'He got out of the car, took my money, said nobody counts my kind, and drove at me when I wrote the number down.',
    strands: ['sex_work'],
    types: ['theft_robbery', 'weapon_involved', 'verbal_abuse'],
    violence: 'yes',
    locationType: 'street',
    ward: 'Everton North',
    wishes: 'The number is in your book. No police yet.',
  })
  yield days.before(2, '17:20')
  await play.allocate(carmen, file, carmen)
  yield days.before(1, '17:15')
  await play.contact(file, 'spoke', 'Safe tonight. Wants to think about the police.', 'in_person')
  await play.agree(file, constabulary, {
    purpose: 'investigation',
    decision: 'refused',
    limits: 'Not while the case in court goes on',
  })
}

export const OTHER_STORIES: readonly Story[] = [
  amendedPackage,
  choseTodayToo,
  withoutAName,
  fromTheLibrary,
  seenByANeighbour,
  onTheNightShift,
]
