import { addDays } from '../../domain/time/calendar-day.ts'
import { AGENCIES } from '../agencies.ts'
import { PEOPLE } from '../people.ts'
import type { Scenes, Stage, Story } from '../play-stories.ts'
import { atHome, mobile } from '../reach.ts'

const { meiling, joe, farida, nadia, alex, imran, bea } = PEOPLE
const { beacon, constabulary, unitySteps, wharf } = AGENCIES

/** A case marked serious only on a second look. The deadline counts from the report, so it is overdue at once. */
async function* turnedOutSerious({ days, play }: Stage): Scenes {
  yield days.before(3, '10:30')
  const file = await play.report(joe, {
    clientName: 'Folasade Bello',
    ...mobile(301, { safeTimes: 'Evenings' }),
    account: 'The man below bangs on his ceiling and shouts words about Africa whenever my baby cries.',
    strands: ['race'],
    types: ['verbal_abuse', 'harassment_repeated'],
    ongoing: 'yes',
    locationType: 'home',
    ward: 'Croxteth',
    wishes: 'I do not want to lose this flat.',
  })
  yield days.before(3, '11:10')
  await play.allocate(farida, file, joe)
  yield days.before(2, '12:00')
  await play.contact(file, 'no_answer', 'Rang at noon; she had asked for evenings.')
  yield days.before(1, '16:40')
  await play.raiseSerious(file, 'threat_told_later', 'The caretaker saw him on the stairs with a knife in his belt.')
}

/** An adult at risk who cannot decide now: shared without consent, authorised by another person, once. */
async function* sharedWithoutConsent({ days, play }: Stage): Scenes {
  yield days.before(8, '09:40')
  const file = await play.report(meiling, {
    reporterRole: 'third_party',
    reporterName: 'Carol Pemberton',
    reporterRelationship: 'Daughter',
    clientAware: 'yes',
    clientName: 'Arthur Pemberton',
    ...atHome(604, '41 Weaver Close, Speke', { trustedPerson: 'His daughter Carol' }),
    communicationNeeds: ['supporter_present', 'easy_read'],
    account:
      'Two men call themselves his mates, drink his money and call him a retard to his face. They have his bank card and his key.',
    strands: ['disability'],
    perceivedBy: ['family_carer'],
    types: ['mate_crime_exploitation', 'theft_robbery', 'verbal_abuse'],
    locationType: 'home',
    ward: 'Speke',
    wishes: 'He wants his friends to be nice. He does not see it as theft.',
  })
  yield days.before(8, '10:15')
  await play.allocate(farida, file, meiling)
  yield days.before(8, '15:00')
  await play.contact(file, 'spoke_to_representative', 'His daughter, with him beside her.')
  yield days.before(7, '14:00')
  const overrideId = await play.askOverride(file, constabulary, {
    purpose: 'investigation',
    categories: ['name', 'date_of_birth', 'address', 'safe_contact', 'incident_details', 'risk'],
    ground: 'adult_safeguarding',
    whyNoConsent: 'lacks_capacity',
    necessity:
      'An adult with a learning disability is being robbed in his home by people who hold his key. A social worker’s assessment says that he cannot weigh this decision at present.',
    clientTold: 'yes',
    notToldReason: '',
  })
  yield days.before(7, '15:30')
  await play.decideOverride(
    farida,
    overrideId,
    'authorised',
    'Safeguarding lead informed. The least that the police need.',
  )
  yield days.before(6, '09:40')
  const referral = await play.send(file, constabulary, {
    purpose: 'investigation',
    askedBy: 'override',
    categories: ['name', 'date_of_birth', 'address', 'safe_contact', 'incident_details', 'risk'],
    workerSafety: 'The two men may be in the flat. Go in pairs.',
  })
  yield days.before(6, '13:20')
  await play.accept(nadia, referral, 'We will go with his social worker.')
  yield days.before(5, '11:00')
  await play.tellClient(referral)
  yield days.before(3, '15:00')
  await play.engage(nadia, referral, 'Key and card recovered. Interview planned.', addDays(days.today, 4))
}

/** The other agency has a question and needs the answer to go on. */
async function* questionToAnswer({ days, play }: Stage): Scenes {
  yield days.before(4, '17:05')
  const file = await play.report(meiling, {
    channel: 'email',
    clientName: 'Daniel Marsh',
    ...mobile(303, { mustNotKnow: 'The landlord’s caretaker, who is a friend of theirs' }),
    email: 'daniel.marsh@example.org',
    safeToEmail: 'yes',
    account:
      'They put dog dirt through our letterbox and wrote the word on Tom’s car. We have been together eleven years and never had this before.',
    strands: ['sexual_orientation'],
    types: ['objects_thrown_rubbish_letterbox', 'criminal_damage', 'graffiti_offensive'],
    locationType: 'home',
    ward: 'Dingle',
    wishes: 'We want to be called together, Tom and I.',
  })
  yield days.before(3, '09:15')
  await play.allocate(farida, file, meiling)
  yield days.before(3, '14:30')
  await play.contact(file, 'spoke', 'Daniel and Tom on the loudspeaker.')
  const flap = await play.reportRepair(file, 'repair', 'The letterbox flap is torn off', 'Front door')
  yield days.before(3, '14:50')
  await play.sendSomeone(flap, 'Albion handymen')
  yield days.before(3, '17:10')
  await play.finishRepair(flap, 'made_safe')
  yield days.before(2, '16:00')
  const referral = await play.refer(file, wharf, { purpose: 'support' }, { method: 'verbal' })
  yield days.before(1, '11:30')
  await play.receive(alex, referral)
  yield days.before(1, '13:00')
  await play.askForMore(alex, referral, 'May we write to Tom as well, or to Daniel alone?')
}

/** Decided but sent late. The decision is recorded with its true date, and the portal shows the delay. */
async function* sentLate({ days, play }: Stage): Scenes {
  yield days.before(9, '12:15')
  const file = await play.report(joe, {
    channel: 'in_person',
    clientName: 'Bridget Doran',
    ...mobile(304, { safeTimes: 'Any day but Friday' }),
    communicationNeeds: ['read_aloud'],
    account:
      'The man in the shop says out loud that Travellers are to be watched. His lad follows my girls round the shelves and calls them names.',
    strands: ['race'],
    types: ['verbal_abuse', 'harassment_repeated'],
    locationType: 'shop',
    ward: 'Norris Green',
    wishes: 'I want him told by somebody he listens to.',
  })
  yield days.before(9, '13:00')
  await play.allocate(farida, file, joe)
  yield days.before(8, '10:45')
  await play.contact(file, 'spoke')
  yield days.before(4, '10:20')
  const decidedAt = days.before(7, '15:00')
  const details = { purpose: 'support', askedBy: 'requested', decidedAt } as const
  const referral = await play.refer(file, unitySteps, details)
  yield days.before(3, '15:00')
  await play.accept(imran, referral, 'We know the shop.')
  yield days.before(2, '11:00')
  await play.tellClient(referral)
  yield days.before(2, '14:30')
  await play.engage(imran, referral, 'Met her and her girls.', addDays(days.today, 1))
  yield days.before(2, '16:00')
  await play.completeInvestigation(file)
}

/** The referral has an outcome that the client does not know yet. */
async function* newsForTheClient({ days, play }: Stage): Scenes {
  yield days.before(24, '11:40')
  const file = await play.report(meiling, {
    clientName: 'Grzegorz Nowicki',
    ...mobile(305),
    language: 'Polish',
    interpreterNeeded: 'yes',
    account: 'At work they call me by a number, not my name, and one of them locked me in the yard.',
    strands: ['race'],
    types: ['harassment_repeated', 'bullying'],
    locationType: 'work',
    ward: 'Orrell Park',
    wishes: 'I want to keep my job and my name.',
  })
  yield days.before(24, '12:30')
  await play.allocate(farida, file, meiling)
  yield days.before(23, '16:00')
  await play.contact(file, 'spoke', 'With a telephone interpreter.')
  yield days.before(22, '10:00')
  const said = { language: 'Polish', interpreter: 'By telephone' }
  const referral = await play.refer(file, beacon, { purpose: 'support', askedBy: 'requested' }, said)
  yield days.before(21, '10:00')
  await play.accept(bea, referral)
  yield days.before(20, '12:00')
  await play.tellClient(referral)
  yield days.before(19, '15:00')
  await play.engage(bea, referral, 'Helped him to write to his union.')
  yield days.before(16, '10:00')
  await play.completeInvestigation(file)
  yield days.before(9, '10:00')
  await play.engage(bea, referral, 'Went with him to the meeting at work.')
  yield days.before(1, '15:20')
  await play.recordOutcome(
    bea,
    referral,
    'support_given',
    'The firm has moved the other man. He starts on the new shift on Monday.',
  )
}

/** A report from the web form that has no case worker yet. */
async function* newAtAlbion({ days, play }: Stage): Scenes {
  yield days.lately(75)
  await play.report(joe, {
    channel: 'web',
    clientName: 'Winston Clarke',
    ...atHome(605, '12 Ropeway Court, Kensington', { safeToVoicemail: 'no' }),
    dateOfBirth: '1948-03-17',
    account: 'Somebody has pushed a card through my door that says go home. I came here in 1962.',
    strands: ['race'],
    types: ['offensive_material'],
    locationType: 'home',
    ward: 'Kensington & Fairfield',
    wishes: 'I would like to show it to somebody.',
  })
}

export const ALBION_STORIES: readonly Story[] = [
  turnedOutSerious,
  sharedWithoutConsent,
  questionToAnswer,
  sentLate,
  newsForTheClient,
  newAtAlbion,
]
