import { AGENCIES } from '../agencies.ts'
import { PEOPLE } from '../people.ts'
import type { Scenes, Stage, Story } from '../play-stories.ts'
import { atHome, mobile } from '../reach.ts'

const { priya, callum, ruth } = PEOPLE
const { openDoor, shoreline } = AGENCIES

/** A threat of arson, reported on the last working day. The deadline of one working day ends tonight. */
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
    categories: ['name', 'date_of_birth', 'address', 'safe_contact'],
    ground: 'risk_to_life',
    whyNoConsent: 'not_reached_in_time',
    necessity:
      'A credible threat of arson against a home with two children asleep upstairs, and she has not answered since. With the address a crew can fit a fireproof letterbox tonight.',
    clientTold: 'no',
    notToldReason: 'She has not answered yet. She is told as soon as we speak.',
  })
}

/** Decided to refer, but the client has not agreed: the referral waits while its deadline runs. */
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
  yield days.before(3, '10:20')
  await play.checkRisk(file, 'medium')
  yield days.before(2, '16:05')
  await play.raiseRisk(file, 'high', 'other_agency', 'The street warden saw the same men wait for her at the bus stop.')
  const interview = await play.arrangeInterview(file, days.before(1, '13:30'), {
    place: 'home',
    placeDetail: 'The back door is level. Ring once and wait',
  })
  yield days.before(1, '14:20')
  await play.talkAbout(interview, 'needs', { need_large_print: 'met' })
  await play.talkAbout(interview, 'account', {
    what: 'Since the new tenants came they park across the ramp when they see her at the window.',
    who: 'Two men from number 5, and once their visitor',
    words: 'Scrounger. She does not want to repeat the rest',
    accountDone: 'no',
  })
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

/** The client has not answered any call yet. The second working day ends today. */
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

/** The client asked to be called today and not sooner, so the deadline is today. */
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

/** A report without a case worker. */
async function* newAtHarthill({ days, play }: Stage): Scenes {
  yield days.lately(55)
  await play.report(callum, {
    channel: 'web',
    clientName: 'Blessing Okafor',
    ...mobile(110),
    account: 'Somebody smeared dirt on our door and wrote a word about my skin. My daughter saw it before school.',
    strands: ['race'],
    types: ['graffiti_offensive', 'criminal_damage'],
    urgentWork: ['graffiti'],
    urgentWorkWhat: 'A racist word and dirt on the front door',
    locationType: 'home',
    ward: 'Anfield',
    wishes: 'Please wash it off today.',
  })
}

/** An unfinished report about a client whom the agency already knows. */
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

/** Stories with deadlines that Harthill Bridge Homes must meet now. */
export const HARTHILL_DUE: readonly Story[] = [
  threatOfArson,
  notAgreedYet,
  secondDayEnds,
  choseToday,
  newAtHarthill,
  halfWritten,
]
