import { addDays, weekdayOf } from '../../domain/time/calendar-day.ts'
import { AGENCIES } from '../agencies.ts'
import { followed } from '../courses.ts'
import { LEAVER, PEOPLE } from '../people.ts'
import { type Scenes, type Stage, type Story, together } from '../play-stories.ts'
import { atHome, mobile } from '../reach.ts'
import type { StoryCase } from '../story-types.ts'

const { zainab, lee, janet, owen, bea } = PEOPLE
const { beacon, constabulary, streetScene, wharf } = AGENCIES

/** Two failed attempts; the next is today. The page shows how it is safe to call before it shows the number. */
async function* twiceTried({ days, play }: Stage): Scenes {
  yield days.before(8, '10:00')
  const file = await play.report(zainab, {
    channel: 'in_person',
    clientName: 'Yusra Khalil',
    ...mobile(201, {
      safeToText: 'no',
      safeTimes: 'Weekdays from ten to one, when she is alone',
      mustNotKnow: 'Her husband. Mother of two; he does not know that she reported this',
      codeWord: 'Say that you are from the library',
    }),
    language: 'Arabic',
    interpreterNeeded: 'yes',
    interpreterNote: 'Levantine Arabic, a woman, nobody from her own street',
    account:
      'A woman pulled at my scarf in the lift and said this is not my country. She lives on my floor. I wait on the stairs until the lift has gone.',
    strands: ['religion', 'race'],
    primaryStrand: 'religion',
    types: ['assault_no_injury', 'verbal_abuse'],
    violence: 'yes',
    locationType: 'home',
    place: 'Lift',
    ward: 'Vauxhall',
    wishes: 'I want to use the lift with my children.',
  })
  yield days.before(8, '10:40')
  await play.allocate(janet, file, zainab)
  await play.nameAlternative(file, lee)
  yield days.before(7, '10:30')
  await play.contact(file, 'spoke', 'With an interpreter in the room.', 'in_person')
  yield days.before(7, '11:20')
  const said = { language: 'Arabic', interpreter: 'In person, a woman', method: 'signed_paper' } as const
  const details = { purpose: 'support', othersAtRisk: 'Two children of six and nine' } as const
  const referral = await play.refer(file, beacon, details, said)
  yield days.before(6, '09:40')
  await play.receive(bea, referral)
  yield days.before(6, '10:10')
  await play.accept(bea, referral, 'An Arabic-speaking colleague will call between ten and one.')
  yield days.before(5, '10:30')
  await play.tellClient(referral)
  yield days.before(4, '11:00')
  await play.tryToReach(bea, referral, { reason: 'no_answer', message: 'Rang at eleven, no message left.' })
  yield days.before(2, '12:30')
  const second = { reason: 'somebody_else_answered', nextTryOn: days.today } as const
  await play.tryToReach(bea, referral, { ...second, message: 'A man answered; said we were the library.' })
  yield days.before(1, '10:15')
  const interview = await play.arrangeInterview(file, days.after(1, '11:00'), {
    place: 'elsewhere',
    placeDetail: 'The library, the room behind the children’s books',
    mustNotKnow: 'Her husband',
    arrival: 'She comes with the children at story time. Do not greet her before she greets you.',
  })
  yield days.before(1, '10:50')
  await play.book(interview, 'interpreter', 'booked', 'Levantine Arabic, a woman from another part of the city')
}

/** Consent withdrawn: the police lose access at once, and the client must hear what was shared. */
async function* consentTakenBack({ days, play, chance }: Stage): Scenes {
  yield days.before(15, '13:20')
  const file = await play.report(lee, {
    clientName: 'Jodie Lennox',
    ...mobile(202, { preferredMethod: 'text', safeTimes: 'After six' }),
    account: 'Every evening the same three shout my old name up at the window. On Friday they threw a bottle.',
    strands: ['transgender'],
    types: ['harassment_repeated', 'objects_thrown_rubbish_letterbox'],
    violence: 'yes',
    locationType: 'home',
    ward: 'Everton West',
    wishes: 'Use my name. Nobody is to come in uniform.',
  })
  yield days.before(15, '14:00')
  await play.allocate(janet, file, lee)
  yield days.before(14, '18:10')
  await play.contact(file, 'spoke', 'Rang after six as asked.')
  yield days.before(13, '11:00')
  const consentId = await play.agree(file, constabulary, { purpose: 'investigation', limits: 'Plain clothes only' })
  const toPolice = await play.send(file, constabulary, { purpose: 'investigation' })
  const toWharf = await play.refer(file, wharf, { purpose: 'support', askedBy: 'requested' })
  const police = async function* (): Scenes {
    yield days.before(12, '09:30')
    await play.accept(owen, toPolice, 'Plain clothes noted.')
    yield days.before(11, '12:00')
    await play.tellClient(toPolice)
    yield days.before(11, '18:15')
    await play.discussOptions(file, {
      target_hardening: ['wants', 'So nobody can throw anything in again.'],
      referral: ['wants'],
      perpetrator_action: ['not_now'],
      rehousing: ['no', 'I am not the one who has to go.'],
      storage: ['wants', 'My mum’s things. The window does not close.'],
    })
    const [window] = await play.requestMeasures(file, ['locks', 'cctv'], 'Northgate Quay caretakers')
    const storage = await play.askManager(
      file,
      'storage',
      '',
      'The window on the street side is boarded and does not lock. What her mother left her is in that room. Four weeks are enough until it is mended.',
    )
    yield days.before(10, '09:20')
    await play.decideRequest(janet, storage, 'yes', 'Four weeks, from our own budget.')
    yield days.before(9, '10:00')
    await play.storeBelongings(file, storage, addDays(days.dayBefore(9), 28), 'Unit 12, Larkmoor Self Storage')
    await play.measureDone(file, window, 'The caretakers')
    yield days.before(9, '15:00')
    await play.engage(owen, toPolice, 'Statement taken at a café of her choice.')
    await play.note(owen, toPolice, 'Camera of the corner shop covers the bus stop. Asked the owner to keep the week.')
    yield days.before(7, '16:00')
    await play.completeInvestigation(file)
    yield days.before(1, '11:15')
    await play.withdrawConsent(file, consentId, 'She rang: her family found out, and she wants no more visits')
  }
  yield* together([police(), followed({ days, play, chance }, toWharf, 'helped')])
}

/** Two cases of a person who left are in the queue again. Their deadlines did not stop. */
async function* casesOfALeaver({ days, play, chance }: Stage): Scenes {
  yield days.before(9, '12:00')
  const older = await play.report(LEAVER, {
    channel: 'letter',
    clientName: 'Patricia Gough',
    ...atHome(603, '8 Coopers Yard, Walton', { preferredMethod: 'post' }),
    account: 'Lads on scooters ride at my frame and laugh. They say cripple. I have stopped going to the shop.',
    strands: ['disability'],
    types: ['harassment_repeated', 'verbal_abuse'],
    locationType: 'street',
    ward: 'Walton',
    wishes: 'I would like to go to the shop by myself.',
  })
  await play.allocate(LEAVER, older, LEAVER)
  yield days.before(8, '11:00')
  await play.contact(older, 'spoke', 'At home.', 'home_visit')
  yield days.before(5, '09:30')
  const referral = await play.refer(older, AGENCIES.openDoor, { purpose: 'support' })
  const recent = async function* (): Scenes {
    yield days.before(2, '14:05')
    const newer = await play.report(LEAVER, {
      clientName: 'Oluwaseun Adebayo',
      ...mobile(204),
      account: 'My neighbour plays monkey noises through the wall when I come home from nights.',
      strands: ['race'],
      types: ['harassment_repeated'],
      ongoing: 'yes',
      locationType: 'home',
      ward: 'Kirkdale West',
      wishes: 'I need to sleep in the day.',
    })
    await play.allocate(LEAVER, newer, LEAVER)
    yield days.before(1, '09:50')
    await play.contact(newer, 'no_answer')
    yield days.before(1, '17:00')
    await play.leave(janet, LEAVER)
  }
  yield* together([followed({ days, play, chance }, referral, 'in-contact'), recent()])
}

/** Sent and not answered in time: the portal notified both agencies, and the sender has sent a reminder. */
async function* neverAnswered({ days, play }: Stage): Scenes {
  yield days.before(7, '09:20')
  const file = await play.report(zainab, {
    clientName: 'Hossein Karimi',
    ...mobile(205),
    language: 'Farsi',
    account: 'Letters as tall as me on the wall of our block: refugees out. My name is on the bell beside it.',
    strands: ['race'],
    types: ['graffiti_offensive'],
    locationType: 'home',
    ward: 'Kirkdale West',
    wishes: 'Clean it, please. Everybody can read it from the road.',
  })
  yield days.before(7, '10:00')
  await play.allocate(zainab, file, zainab)
  const gable = await play.reportRepair(file, 'graffiti', 'Letters as tall as a person: refugees out', 'Gable wall')
  yield days.before(7, '11:30')
  await play.contact(file, 'spoke')
  await play.photographed(gable)
  yield days.before(7, '15:40')
  await play.exceptRepair(gable, 'not_ours', 'Council land. The council’s desk says no without an order of its own.')
  yield days.before(6, '12:00')
  const details = {
    purpose: 'repairs_security',
    summary: 'Large racist graffiti on the gable wall, council land.',
  } as const
  const referral = await play.refer(file, streetScene, details)
  const chased = async function* (): Scenes {
    yield days.before(3, '09:00')
    await play.leaveUnanswered(referral)
    yield days.before(2, '10:15')
    await play.chase(referral)
  }
  yield* together([chased(), fridayEvening({ days, play }, file)])
}

/** Racist graffiti of a Friday at 18:30. It was due on Saturday at 18:30 and removed on Sunday: 24 hours have no weekend. */
async function* fridayEvening({ days, play }: Pick<Stage, 'days' | 'play'>, file: StoryCase): Scenes {
  const friday = [3, 4, 5, 6, 7, 8, 9].find((ago) => weekdayOf(days.dayAgo(ago)) === 'Friday') ?? 7
  yield days.ago(friday, '18:30')
  const door = await play.reportRepair(file, 'graffiti', 'A swastika beside the bells', 'Main door of the block')
  yield days.ago(friday - 1, '11:00')
  await play.photographed(door)
  yield days.ago(friday - 2, '09:40')
  await play.finishRepair(door, 'removed')
}

/** Reported on behalf of a client who asked for it; no case worker yet. */
async function* newAtNorthgate({ days, play }: Stage): Scenes {
  yield days.lately(30)
  await play.report(zainab, {
    reporterRole: 'third_party',
    reporterName: 'Nurse in charge',
    reporterOrganisation: 'A walk-in centre',
    clientAware: 'yes',
    clientName: 'Ahmed Warsame',
    ...mobile(206),
    language: 'Somali',
    interpreterNeeded: 'yes',
    account:
      'Came in with a cut hand: somebody pushed the shop door into him and said no Muslims. He asked us to ring you.',
    strands: ['religion', 'race'],
    primaryStrand: 'religion',
    perceivedBy: ['client', 'professional'],
    types: ['assault_injury'],
    violence: 'yes',
    injuries: 'A cut to the hand, dressed',
    locationType: 'shop',
    ward: 'Princes Park',
    wishes: 'He wants the shop to say sorry.',
  })
}

export const NORTHGATE_STORIES: readonly Story[] = [
  twiceTried,
  consentTakenBack,
  casesOfALeaver,
  neverAnswered,
  newAtNorthgate,
]
