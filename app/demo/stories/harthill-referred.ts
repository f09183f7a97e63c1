import { addDays } from '../../domain/time/calendar-day.ts'
import { AGENCIES } from '../agencies.ts'
import { followed } from '../courses.ts'
import { officeMinutes } from '../days.ts'
import { photoOfBin, screenshotOfFilm } from '../drawn-photo.ts'
import { PEOPLE } from '../people.ts'
import { type Scenes, type Stage, type Story, together } from '../play-stories.ts'
import { atHome, mobile } from '../reach.ts'
import { interviewAtTheOffice } from './interview-at-the-office.ts'

const { priya, callum, ruth, kwame, tessa, imran } = PEOPLE
const { beacon, constabulary, openDoor, shoreline, unitySteps, wharf } = AGENCIES

/** A deaf client. His communication needs go with the referral and stand before any phone number. */
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
  yield days.before(10, '11:00')
  await play.checkRisk(file, 'high', 'interpreter')
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
  yield days.before(7, '11:30')
  const easyRead = { format: 'easy_read', translatedBy: 'interpreter' } as const
  await play.givePaper(file, 'process_leaflet', easyRead)
  await play.givePack(file, easyRead)
  yield days.before(6, '12:00')
  await play.engage(kwame, referral, 'Met him with an interpreter.', addDays(days.today, 3))
  yield days.before(3, '16:00')
  await play.completeInvestigation(file)
  yield days.before(1, '10:20')
  const interview = await play.arrangeInterview(file, days.after(1, '10:00'), {
    place: 'our_office',
    placeDetail: 'Harthill House, the quiet room by the side entrance',
    minutes: '90',
    companion: 'supporter',
    companionName: 'His sister, who signs. The interpreter interprets, not she',
  })
  yield days.before(1, '11:10')
  await play.book(interview, 'bsl_interpreter', 'booked', 'Registered interpreter, booking 4471')
  yield days.before(1, '11:30')
  await play.book(interview, 'easy_read', 'requested', 'Leaflets in Easy Read, from our own printer')
}

/** Declined as out of scope, with a better agency suggested. Sent to that agency with a new consent. */
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
  const interview = await play.arrangeInterview(file, days.before(7, '13:30'), {
    place: 'our_office',
    placeDetail: 'Harthill House',
  })
  await play.book(interview, 'interpreter', 'booked', 'Telephone interpreter, Romanian')
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
  yield days.before(7, '14:40')
  await interviewAtTheOffice(play, file, interview, days.dayBefore(7))
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
  yield days.before(2, '10:20')
  const toPolice = { purpose: 'investigation', askedBy: 'requested' } as const
  const police = await play.refer(file, constabulary, toPolice, { language: 'Romanian', interpreter: 'By telephone' })
  yield days.before(1, '09:10')
  await play.receive(PEOPLE.owen, police)
}

/** Reported on the web form exactly two weeks ago: the initial investigation ends tonight. */
async function* twoWeeksEnd({ days, play, chance }: Stage): Scenes {
  const receivedAt = days.ago(14, '11:10')
  yield officeMinutes(receivedAt, 25)
  const file = await play.report(priya, {
    channel: 'web',
    receivedAt,
    backdatedReason: 'Came in on the web form while nobody was at the desk',
    clientName: 'Margaret Tilston',
    ...atHome(602, '27 Almond Garth, Norris Green', { safeToVoicemail: 'no', safeTimes: 'Any time but Sunday lunch' }),
    account:
      'Since my wife moved in they write things on our bin and sing at us from the wall. I have lived here for thirty years.',
    strands: ['sexual_orientation'],
    types: ['harassment_repeated', 'graffiti_offensive'],
    locationType: 'home',
    ward: 'Norris Green',
    wishes: 'I want the words off the bin before my sister comes.',
  })
  const bin = await play.reportRepair(file, 'graffiti', 'Slurs in paint on the wheelie bin', 'In front of the house')
  yield officeMinutes(receivedAt, 90)
  await play.allocate(ruth, file, priya)
  await play.contact(file, 'spoke', 'Very upset about the bin.')
  const photo = await play.addFile(file, {
    name: 'IMG_2041.png',
    bytes: photoOfBin(),
    kind: 'photo',
    shows: 'The words on the bin',
    takenWhere: 'By the front gate',
  })
  await play.lookAtPicture(ruth, file, photo)
  await play.photographed(bin)
  await play.sendSomeone(bin, 'Harthill estates team')
  yield officeMinutes(receivedAt, 300)
  await play.finishRepair(bin, 'removed')
  yield officeMinutes(receivedAt, 840)
  await play.discussOptions(file, {
    target_hardening: ['wants', 'A lamp over the bins, and a lock I can turn with my bad hand.'],
    referral: ['wants'],
    perpetrator_action: ['wants', 'A talk with their parents first.'],
    rehousing: ['not_relevant', 'Her home for thirty years; she is staying'],
    storage: ['not_relevant', 'Nothing needs to be moved'],
  })
  const [, lighting] = await play.requestMeasures(file, ['locks', 'lighting'], 'Harthill repairs team')
  yield officeMinutes(receivedAt, 900)
  const referral = await play.refer(file, wharf, { purpose: 'support' }, { method: 'signed_paper' })
  const toPolice = async function* (): Scenes {
    yield days.before(3, '14:00')
    await play.measureDone(file, lighting, 'Dai, the electrician')
    yield days.before(1, '15:45')
    await play.refer(file, constabulary, { purpose: 'investigation', askedBy: 'requested' })
  }
  yield* together([followed({ days, play, chance }, referral, 'in-contact'), toPolice()])
}

/** Two reports to one agency with the same phone number. The portal only hints at it, and both reports are believed. */
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
  await play.addFile(son, {
    name: 'Screenshot 14.png',
    bytes: screenshotOfFilm(),
    kind: 'screenshot',
    shows: 'The film as it stood online, stopped',
  })
  yield days.before(14, '11:00')
  const toPolice = await play.refer(son, constabulary, { purpose: 'investigation', askedBy: 'requested' })
  const atHarthill = async function* (): Scenes {
    yield days.before(8, '16:30')
    await play.completeInvestigation(son)
  }
  yield* together([atHarthill(), followed({ days, play, chance }, toPolice, 'helped')])
}

/** The report of his mother, from the same phone. */
async function* sameNumberAgain({ days, play }: Stage): Scenes {
  yield days.before(4, '12:30')
  const mother = await play.report(callum, {
    clientName: 'Sharon Brannigan',
    ...mobile(108, { safeTimes: 'While Kyle is at college: ten to three', mustNotKnow: 'Kyle’s father' }),
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
  yield days.before(3, '10:40')
  await play.discussOptions(mother, {
    target_hardening: ['not_now', 'Not while they watch the flat.'],
    referral: ['wants'],
    perpetrator_action: ['not_now', 'Only if Kyle’s name stays out of it.'],
    rehousing: ['wants', 'Anywhere they do not know us. Near the college if it can be.'],
    storage: ['not_relevant', 'She takes what she needs to her sister’s'],
  })
  yield days.before(1, '11:20')
  const details = { othersAtRisk: 'Her son Kyle, who is autistic', workerSafety: 'Do not visit after dark' }
  await play.refer(mother, beacon, { purpose: 'support', askedBy: 'requested', ...details })
  yield days.before(1, '11:40')
  await play.refer(mother, shoreline, { purpose: 'repairs_security', ...details })
  yield days.before(1, '14:20')
  await play.askManager(
    mother,
    'rehousing',
    'temporary',
    'They stand outside the block each night and know which door is hers. Her sister can keep them until Friday and no longer. Police patrols and a camera were offered; she and Kyle do not dare to go back.',
  )
}

/** Clients of Harthill Bridge Homes who were referred to other agencies. */
export const HARTHILL_REFERRED: readonly Story[] = [
  deafClient,
  sentElsewhere,
  twoWeeksEnd,
  perhapsTheSame,
  sameNumberAgain,
]
