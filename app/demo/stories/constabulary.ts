import { addDays } from '../../domain/time/calendar-day.ts'
import { AGENCIES } from '../agencies.ts'
import { officeMinutes } from '../days.ts'
import { PEOPLE } from '../people.ts'
import type { Scenes, Stage, Story } from '../play-stories.ts'
import { atHome, mobile } from '../reach.ts'

const { owen, nadia, helen, bea, imran, yael } = PEOPLE
const { beacon, openDoor, unitySteps } = AGENCIES

/** The police refer a victim to agencies that support her. */
async function* hatredAtTheGate({ days, play }: Stage): Scenes {
  yield days.before(10, '18:20')
  const file = await play.report(owen, {
    clientName: 'Miriam Feldman',
    ...atHome(606, '5 Orchard Mews, Childwall'),
    account:
      'On the way out of the synagogue two men gave the salute and followed us to the car. One kicked the door with my grandson inside.',
    strands: ['religion', 'race'],
    primaryStrand: 'religion',
    types: ['threats_intimidation', 'criminal_damage'],
    violence: 'yes',
    locationType: 'place_of_worship',
    ward: 'Childwall',
    policeStatus: 'recorded_crime',
    crimeReference: 'MS/26/104411',
    wishes: 'I want to go on walking there on Saturdays.',
  })
  yield days.before(9, '08:40')
  await play.allocate(helen, file, owen)
  yield days.before(9, '10:30')
  await play.contact(file, 'spoke')
  yield days.before(8, '11:00')
  const referral = await play.refer(file, unitySteps, { purpose: 'support' }, { method: 'signed_paper' })
  yield days.before(8, '15:30')
  await play.accept(yael, referral, 'I will ring her myself.')
  yield days.before(7, '12:00')
  await play.tellClient(referral)
  yield days.before(6, '16:00')
  await play.engage(yael, referral, 'Walked with her to the service.', addDays(days.today, 5))
  yield days.before(1, '12:00')
  await play.completeInvestigation(file)
}

/** Sent to the wrong agency, noticed within half an hour: marked as an error, hidden, and sent to the right agency. */
async function* enteredInError({ days, play }: Stage): Scenes {
  yield days.before(6, '14:00')
  const file = await play.report(nadia, {
    clientName: 'Safiya Rashid',
    ...mobile(402, { preferredMethod: 'text', mustNotKnow: 'Her flatmates' }),
    account:
      'A man took my hijab off in the queue for the bus by the university and his friends clapped. Nobody said anything.',
    strands: ['religion'],
    types: ['assault_no_injury', 'verbal_abuse'],
    violence: 'yes',
    locationType: 'public_transport',
    ward: 'Brownlow Hill',
    policeStatus: 'recorded_crime',
    crimeReference: 'MS/26/104623',
    wishes: 'I have exams. I do not want to take that bus alone.',
  })
  yield days.before(6, '14:30')
  await play.allocate(helen, file, nadia)
  yield days.before(6, '16:15')
  await play.contact(file, 'answered', 'By text, as she asked.', 'text')
  yield days.before(5, '10:00')
  const wrong = await play.refer(file, openDoor, { purpose: 'support' })
  yield days.before(5, '10:25')
  await play.enterInError(wrong, 'wrong_agency')
  yield days.before(5, '10:40')
  const right = await play.refer(file, unitySteps, { purpose: 'support', askedBy: 'requested' })
  yield days.before(4, '12:00')
  await play.receive(imran, right)
  yield days.before(3, '16:00')
  await play.accept(imran, right)
  yield days.before(2, '10:00')
  await play.tellClient(right)
  yield days.before(2, '13:30')
  await play.engage(imran, right, 'A volunteer goes with her on the bus this week.', addDays(days.today, 3))
}

/** Consent withdrawn before anything was sent, so the other agency never hears of it. */
async function* stoppedBeforeSending({ days, play }: Stage): Scenes {
  yield days.before(3, '19:10')
  const file = await play.report(nadia, {
    reporterRole: 'third_party',
    reporterName: 'Karen Aspinall',
    reporterRelationship: 'Mother',
    reporterContact: '07700 900403',
    clientAware: 'yes',
    clientName: 'Robyn Aspinall',
    ...mobile(403, { trustedPerson: 'Her mother Karen, same number' }),
    dateOfBirth: '2009-10-31',
    account:
      'My daughter dresses in black with the boots and the make-up. A gang at the park pulled her hair, called her a freak and burned her coat with a cigarette.',
    strands: ['alternative_subculture'],
    perceivedBy: ['client', 'family_carer'],
    types: ['assault_no_injury', 'criminal_damage', 'bullying'],
    violence: 'yes',
    locationType: 'park_beach',
    ward: 'Sefton Park',
    policeStatus: 'recorded_crime',
    crimeReference: 'MS/26/104790',
    wishes: 'Robyn wants to wear what she likes and not be stared at in court.',
  })
  yield days.before(2, '08:50')
  await play.allocate(helen, file, nadia)
  yield days.before(2, '16:30')
  await play.contact(file, 'spoke_to_representative', 'Her mother; Robyn listened in.')
  yield days.before(2, '16:50')
  const referral = await play.decide(file, beacon, { purpose: 'support' })
  yield days.before(1, '09:30')
  const consentId = await play.agree(file, beacon, { purpose: 'support', grantor: 'parent', method: 'verbal' })
  yield days.before(1, '11:00')
  await play.withdrawConsent(file, consentId, 'Her mother wrote: they want to talk to Robyn’s father first')
  referral.version += 1
}

/** Reported at night two weeks ago: the initial investigation is due today. */
async function* takenAtNight({ days, play }: Stage): Scenes {
  const receivedAt = days.ago(14, '22:40')
  yield receivedAt
  const file = await play.report(nadia, {
    clientName: 'Mohammed Hanif',
    ...mobile(404, { safeTimes: 'After two in the afternoon; he drives at night' }),
    language: 'Urdu',
    interpreterNote: 'English is fine on the telephone',
    account:
      'Picked up four from town. They said they do not pay Muslims, tore my licence off the dashboard and hit me with it.',
    strands: ['religion', 'race'],
    primaryStrand: 'religion',
    types: ['assault_injury', 'criminal_damage', 'theft_robbery'],
    violence: 'yes',
    injuries: 'A bruise under the eye',
    locationType: 'work',
    ward: 'City Centre South',
    policeStatus: 'recorded_crime',
    crimeReference: 'MS/26/104102',
    wishes: 'I drive at night. I want the fare back and an end to it.',
  })
  yield officeMinutes(receivedAt, 40)
  await play.allocate(helen, file, owen)
  yield officeMinutes(receivedAt, 120)
  await play.contact(file, 'spoke')
  yield days.before(2, '11:50')
  const referral = await play.refer(file, beacon, { purpose: 'support' })
  yield days.before(1, '09:20')
  await play.receive(bea, referral)
}

/** Reported yesterday evening, without a case worker. */
async function* newAtTheConstabulary({ days, play }: Stage): Scenes {
  yield days.lately(90)
  await play.report(owen, {
    clientName: 'Sean Delahunty',
    ...mobile(405),
    account:
      'Came out of the bar with my partner and got a bottle over the head. They shouted the word all down the street.',
    strands: ['sexual_orientation'],
    types: ['assault_injury', 'weapon_involved', 'verbal_abuse'],
    violence: 'yes',
    injuries: 'Four stitches',
    locationType: 'pub_restaurant',
    ward: 'City Centre South',
    policeStatus: 'recorded_crime',
    crimeReference: 'MS/26/105003',
    wishes: 'My mother does not know that I am gay.',
  })
  yield days.lately(35)
  await play.report(nadia, {
    channel: 'email',
    clientName: 'Rukhsana Begum',
    ...mobile(406, { safeToText: 'no' }),
    account: 'A delivery driver threw my parcel at me and said learn English.',
    strands: ['race'],
    types: ['verbal_abuse', 'objects_thrown_rubbish_letterbox'],
    locationType: 'home',
    ward: 'Smithdown',
    policeStatus: 'recorded_incident',
    wishes: 'I would like the firm to know.',
  })
}

export const CONSTABULARY_STORIES: readonly Story[] = [
  hatredAtTheGate,
  enteredInError,
  stoppedBeforeSending,
  takenAtNight,
  newAtTheConstabulary,
]
