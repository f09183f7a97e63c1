import { addDays } from '../../app/domain/calendar-day.ts'
import { AGENCIES } from './agencies.ts'
import { followed } from './courses.ts'
import { officeMinutes } from './days.ts'
import { PEOPLE } from './people.ts'
import { atHome, mobile } from './reach.ts'
import type { Scenes, Stage, Story } from './telling.ts'

const { priya, callum, ruth, kwame, tessa, imran } = PEOPLE
const { beacon, constabulary, openDoor, unitySteps, shoreline, wharf } = AGENCIES

/** A threat of arson on the last afternoon of work: one working day, which ends tonight. */
async function* threatOfArson({ days, play }: Stage): Scenes {
  yield days.before(1, '16:45')
  const file = await play.report(priya, {
    clientName: 'Amara Diallo',
    ...mobile(101, { safeToText: 'no', safeTimes: 'After half past three, when the children are home' }),
    address: '14 Larkmoor Row, Kensington',
    safeToPost: 'no',
    mustNotKnow: 'The family at number 16',
    account:
      'He stood at my gate and said he would pour petrol through the letterbox while we sleep. He said people like us should burn. My boys heard it.',
    strands: ['race'],
    types: ['threats_intimidation', 'harassment_repeated'],
    violence: 'yes',
    occurredWhen: 'About four in the afternoon',
    ongoing: 'yes',
    locationType: 'home',
    place: 'Front gate',
    ward: 'Kensington & Fairfield',
    wishes: 'I want to sleep at night. I do not want him to know that I told you.',
  })
  yield days.before(1, '16:52')
  await play.allocate(ruth, file, priya)
  await play.nameAlternative(file, callum)
  yield days.before(1, '17:02')
  await play.contact(file, 'no_answer', 'Rang out. No message left, as she asked.')
  yield days.before(1, '17:20')
  await play.askOverride(file, shoreline, {
    purpose: 'repairs_security',
    categories: ['identity_contact', 'safe_contact'],
    ground: 'risk_to_life',
    whyNoConsent: 'not_reached_in_time',
    necessity:
      'A credible threat of arson against a home with two children asleep upstairs, and she has not answered since. With the address a crew can fit a fireproof letterbox tonight.',
    clientTold: 'no',
    notToldReason: 'She has not answered yet. She is told as soon as we speak.',
  })
}

/** Decided to refer, and the client has not agreed: the referral is held back, with its clock running. */
async function* notAgreedYet({ days, play }: Stage): Scenes {
  yield days.before(6, '10:10')
  const file = await play.report(priya, {
    clientName: 'Denise Hartley',
    ...atHome(601, '3 Fennel Court, Old Swan'),
    communicationNeeds: ['large_print'],
    account:
      'They park across my ramp on purpose and laugh when I cannot get my chair out. On Sunday they called me a scrounger and tipped the bins against my door.',
    strands: ['disability'],
    types: ['harassment_repeated', 'verbal_abuse', 'objects_thrown_rubbish_letterbox'],
    ongoing: 'yes',
    locationType: 'home',
    ward: 'Old Swan West',
    wishes: 'I want the ramp kept clear. I am not moving.',
  })
  yield days.before(6, '11:00')
  await play.allocate(ruth, file, priya)
  yield days.before(5, '14:15')
  await play.contact(file, 'spoke', 'She wants the ramp marked and somebody to speak to the neighbours with her there.')
  yield days.before(1, '15:10')
  await play.decide(file, openDoor, {
    purpose: 'support',
    askedBy: 'requested',
    summary: 'Asked for an advocate to be with her when the neighbours are spoken to.',
  })
  yield days.before(1, '15:25')
  await play.agree(file, openDoor, {
    purpose: 'support',
    decision: 'not_now',
    limits: 'She wants to read in large print what they would be told, and then say.',
  })
}

/** Nobody has answered her calls yet, and the second working day ends today. */
async function* secondDayEnds({ days, play }: Stage): Scenes {
  yield days.before(2, '11:20')
  const file = await play.report(callum, {
    channel: 'in_person',
    clientName: 'Thanh Nguyen',
    ...mobile(103, { safeTimes: 'Mornings; she works from two' }),
    account:
      'Two lads threw eggs at my window again and shouted to go back home. My son is afraid to open the curtains.',
    strands: ['race'],
    types: ['objects_thrown_rubbish_letterbox', 'verbal_abuse'],
    locationType: 'home',
    ward: 'Tuebrook Breckside Park',
    wishes: 'Could somebody speak to their parents?',
  })
  yield days.before(2, '12:05')
  await play.allocate(ruth, file, priya)
  yield days.before(1, '10:40')
  await play.contact(file, 'no_answer', 'Tried twice, ten minutes apart.')
}

/** She asked to be called today and no sooner: the date is hers. */
async function* choseToday({ days, play }: Stage): Scenes {
  yield days.before(3, '09:35')
  const file = await play.report(callum, {
    clientName: 'Olga Marchenko',
    ...mobile(104, { preferredMethod: 'text' }),
    language: 'Ukrainian',
    interpreterNeeded: 'yes',
    interpreterNote: 'Ukrainian, not Russian; a woman if possible',
    account: 'A man on the landing told my mother to go back to the war. He spat at the door when I answered him.',
    strands: ['race'],
    types: ['verbal_abuse', 'spitting'],
    locationType: 'home',
    ward: 'Everton East',
    wishes: 'My mother must not hear about this call.',
  })
  yield days.before(3, '10:20')
  await play.allocate(callum, file, callum)
  yield days.before(2, '15:00')
  await play.defer(file, days.today, 'chose_day')
}

/** A deaf client: what he needs travels with the referral, before any number is shown. */
async function* deafClient({ days, play }: Stage): Scenes {
  yield days.before(12, '13:30')
  const file = await play.report(callum, {
    channel: 'email',
    clientName: 'Ewan Sutcliffe',
    ...mobile(105, { safeToCall: 'no', preferredMethod: 'text' }),
    email: 'ewan.sutcliffe@example.org',
    safeToEmail: 'yes',
    language: 'British Sign Language',
    communicationNeeds: ['bsl_interpreter', 'easy_read'],
    communicationNote: 'Texts are fine for times and places. Everything else with an interpreter.',
    account:
      'Neighbour copied my signing and made faces, every morning at the bus stop. Last week he pushed me when I looked away.',
    strands: ['disability'],
    types: ['harassment_repeated', 'assault_no_injury'],
    violence: 'yes',
    locationType: 'street',
    ward: 'Stoneycroft',
    wishes: 'I want it to stop. I want to be asked in my own language.',
  })
  yield days.before(12, '14:00')
  await play.allocate(ruth, file, callum)
  yield days.before(11, '10:00')
  await play.contact(file, 'answered', 'Answered by text; meeting with an interpreter agreed.', 'text')
  yield days.before(9, '15:00')
  const said = {
    language: 'British Sign Language',
    interpreter: 'Registered interpreter, in person',
    method: 'signed_paper',
  } as const
  const referral = await play.refer(file, beacon, { purpose: 'support', askedBy: 'requested' }, said)
  yield days.before(8, '10:30')
  await play.accept(kwame, referral, 'Our BSL caseworker will text him today.')
  yield days.before(7, '11:00')
  await play.tellClient(referral)
  yield days.before(6, '12:00')
  await play.engage(kwame, referral, 'Met him with an interpreter.', addDays(days.today, 3))
  yield days.before(3, '16:00')
  await play.completeInvestigation(file)
}

/** Declined because it does not fit, with a better place named: sent there, with a consent of its own. */
async function* sentElsewhere({ days, play }: Stage): Scenes {
  yield days.before(9, '09:50')
  const file = await play.report(callum, {
    clientName: 'Stefan Ionescu',
    ...mobile(106),
    language: 'Romanian',
    interpreterNeeded: 'yes',
    interpreterNote: 'Romanian, by telephone is fine',
    account: 'They broke the wing mirrors of my van three times and left a note: no more Romanians.',
    strands: ['race'],
    types: ['criminal_damage', 'offensive_material'],
    locationType: 'street',
    ward: 'Kirkdale East',
    wishes: 'I lose work every time. I want somebody who understands.',
  })
  yield days.before(9, '10:30')
  await play.allocate(callum, file, callum)
  yield days.before(8, '09:30')
  await play.contact(file, 'spoke', 'With a telephone interpreter.')
  yield days.before(8, '11:00')
  const first = await play.refer(
    file,
    openDoor,
    { purpose: 'support' },
    { language: 'Romanian', interpreter: 'By telephone' },
  )
  yield days.before(8, '15:00')
  await play.receive(tessa, first)
  yield days.before(7, '10:30')
  await play.decline(
    tessa,
    first,
    'out_of_scope',
    unitySteps,
    'He is not disabled. Unity Steps have a Romanian speaker.',
  )
  yield days.before(6, '14:00')
  await play.tellClient(first)
  await play.agree(file, unitySteps, { purpose: 'support', language: 'Romanian', interpreter: 'By telephone' })
  const second = await play.send(file, unitySteps, { purpose: 'support', instead: first })
  yield days.before(5, '11:40')
  await play.accept(imran, second, 'We can see him this week.')
  yield days.before(5, '16:00')
  await play.tellClient(second)
  yield days.before(4, '13:00')
  await play.engage(imran, second, 'First meeting held in Romanian.', addDays(days.today, 2))
}

/** Came in on the web form two weeks ago to the day: the initial investigation ends tonight. */
async function* twoWeeksEnd({ days, play, chance }: Stage): Scenes {
  const receivedAt = days.ago(14, '11:10')
  yield officeMinutes(receivedAt, 25)
  const file = await play.report(priya, {
    channel: 'web',
    receivedAt,
    backdatedReason: 'Came in on the web form while nobody was at the desk',
    clientName: 'Margaret Tilston',
    ...atHome(602, '27 Almond Garth, Norris Green', { safeToVoicemail: 'no' }),
    account:
      'Since my wife moved in they write things on our bin and sing at us from the wall. I have lived here for thirty years.',
    strands: ['sexual_orientation'],
    types: ['harassment_repeated', 'graffiti_offensive'],
    locationType: 'home',
    ward: 'Norris Green',
    wishes: 'I want the words off the bin before my sister comes.',
  })
  await play.reportGraffiti(file)
  yield officeMinutes(receivedAt, 90)
  await play.allocate(ruth, file, priya)
  await play.contact(file, 'spoke', 'Very upset about the bin.')
  yield officeMinutes(receivedAt, 300)
  await play.removeGraffiti(file)
  yield officeMinutes(receivedAt, 900)
  const referral = await play.refer(file, wharf, { purpose: 'support' }, { method: 'signed_screen' })
  yield* followed({ days, play, chance }, referral, 'in-contact')
}

/** The same number in two reports of one agency: a hint, never a proof, and both are believed. */
async function* perhapsTheSame({ days, play, chance }: Stage): Scenes {
  yield days.before(16, '14:10')
  const son = await play.report(callum, {
    clientName: 'Kyle Brannigan',
    ...mobile(108, { trustedPerson: 'His mother Sharon, same number' }),
    account: 'Called names about my autism on the way to college, filmed it and put it online.',
    strands: ['disability'],
    types: ['bullying', 'online_communications'],
    locationType: 'public_transport',
    ward: 'County',
    wishes: 'Take the film down.',
  })
  yield days.before(16, '15:00')
  await play.allocate(ruth, son, callum)
  yield days.before(15, '10:15')
  await play.contact(son, 'spoke', 'Spoke to Kyle with his mother beside him.')
  yield days.before(14, '11:00')
  const toPolice = await play.refer(son, constabulary, { purpose: 'investigation', askedBy: 'requested' })
  const rest = followed({ days, play, chance }, toPolice, 'helped')
  yield* rest
}

/** His mother, from the same telephone. */
async function* sameNumberAgain({ days, play }: Stage): Scenes {
  yield days.before(4, '12:30')
  const mother = await play.report(callum, {
    clientName: 'Sharon Brannigan',
    ...mobile(108),
    account:
      'The same crowd stood outside our block and said they would smash my face for grassing. They know about Kyle.',
    strands: ['disability'],
    primaryStrand: 'disability',
    perceivedBy: ['by_association'],
    types: ['threats_intimidation'],
    violence: 'yes',
    locationType: 'home',
    ward: 'County',
    wishes: 'Keep Kyle out of it.',
  })
  yield days.before(4, '13:00')
  await play.allocate(ruth, mother, callum)
  yield days.before(4, '16:10')
  await play.contact(mother, 'spoke', 'Safe at her sister’s until Friday.')
}

/** Nobody has it yet. */
async function* newInTheQueue({ days, play }: Stage): Scenes {
  yield days.lately(55)
  await play.report(callum, {
    channel: 'web',
    clientName: 'Blessing Okafor',
    ...mobile(110),
    account: 'Somebody smeared dirt on our door and wrote a word about my skin. My daughter saw it before school.',
    strands: ['race'],
    types: ['graffiti_offensive', 'criminal_damage'],
    locationType: 'home',
    ward: 'Anfield',
    wishes: 'Please wash it off today.',
  })
}

/** A report broken off in the middle, about somebody whom the agency knows already. */
async function* halfWritten({ days, play }: Stage): Scenes {
  yield days.lately(20)
  await play.leaveDraft(callum, {
    channel: ['phone'],
    reporterRole: ['victim'],
    clientName: ['Margaret Tilston'],
    phone: ['0151 496 0602'],
    safeToCall: ['yes'],
    account: ['They are at the wall again tonight and'],
    strands: ['sexual_orientation'],
  })
}

export const HARTHILL_STORIES: readonly Story[] = [
  threatOfArson,
  notAgreedYet,
  secondDayEnds,
  choseToday,
  deafClient,
  sentElsewhere,
  twoWeeksEnd,
  perhapsTheSame,
  sameNumberAgain,
  newInTheQueue,
  halfWritten,
]
