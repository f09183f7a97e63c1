import { hateCrimeAwarenessWeek } from '../../domain/partnership/awareness.ts'
import { addDays, type CalendarDay, daysBetween, yearOf } from '../../domain/time/calendar-day.ts'
import { AGENCIES, type AgencyKey } from '../agencies.ts'
import { PEOPLE } from '../people.ts'
import type { Scenes, Stage, Story } from '../play-stories.ts'
import type { StoryEventPlan, StoryEventResult, StoryTensionNote } from '../story-types.ts'

const { siobhan, marcus, yael, lorraine, alex, helen } = PEOPLE
const { unitySteps, beacon, wharf } = AGENCIES

interface PastEvent {
  plan: Omit<StoryEventPlan, 'heldOn'>
  went: StoryEventResult
  with?: AgencyKey
  /** Days ago, or the day of the last national week. */
  on: number | { ofTheWeek: number }
}

/** The last national week that is over: this year's or last year's. */
function lastWeek(today: CalendarDay): CalendarDay {
  const { from, to } = hateCrimeAwarenessWeek(yearOf(today))
  return to < today ? from : hateCrimeAwarenessWeek(yearOf(today) - 1).from
}

const HELD: PastEvent[] = [
  {
    on: 300,
    plan: {
      ...{ title: 'Report it: stall at the covered market', kind: 'stall', startsAt: '10:00' },
      ...{ venue: 'Covered market', ward: 'Kensington & Fairfield', strands: ['race'] },
      ...{ languages: 'English, Arabic, Polish' },
    },
    went: { attendance: 85, materials: '240 leaflets in three languages', followUp: 'Traders want posters in Kurdish' },
    with: 'unitySteps',
  },
  {
    on: 150,
    plan: {
      ...{ title: 'How to take a report: training for library staff', kind: 'training', startsAt: '13:30' },
      ...{ venue: 'Granby Library', ward: 'Princes Park' },
    },
    went: { attendance: 14, materials: 'Handbooks, report cards', followUp: 'Again for the new staff in the autumn' },
  },
  {
    on: 95,
    plan: {
      ...{ title: 'Neighbours’ supper', kind: 'cohesion_activity', startsAt: '18:00' },
      ...{ venue: 'Community hall', ward: 'Norris Green', audience: 'Everybody on the estate' },
    },
    went: { attendance: 62, materials: 'Tablecloths with the helpline', followUp: 'Monthly, if the hall stays free' },
  },
  {
    on: 62,
    plan: {
      ...{ title: 'Meeting after the broken windows', kind: 'community_meeting', startsAt: '19:00' },
      ...{ venue: 'Prayer hall', ward: 'Toxteth', strands: ['religion', 'race'] },
    },
    went: { attendance: 47, materials: '50 leaflets', followUp: 'The police come to the next meeting as well' },
    with: 'constabulary',
  },
  {
    on: 20,
    plan: {
      ...{ title: 'Vigil on the waterfront', kind: 'vigil', startsAt: '17:30' },
      ...{ venue: 'Pier steps', ward: 'Waterfront South', strands: ['transgender'] },
    },
    went: { attendance: 210, materials: 'Candles, support cards', followUp: 'Thank the stewards' },
    with: 'wharf',
  },
  {
    on: { ofTheWeek: 0 },
    plan: {
      ...{ title: 'Opening day: stall in the shopping street', kind: 'stall', startsAt: '11:00' },
      ...{ venue: 'Shopping street, by the clock', ward: 'City Centre South' },
    },
    went: { attendance: 320, materials: '600 leaflets, 150 badges', followUp: 'Nine shops put up posters' },
    with: 'beacon',
  },
  {
    on: { ofTheWeek: 2 },
    plan: {
      ...{ title: 'Walkabout with leaflets', kind: 'walkabout', startsAt: '10:00' },
      ...{ venue: 'From the station to the park', ward: 'Kirkdale East', languages: 'English, Romanian' },
    },
    went: { attendance: 130, materials: '400 leaflets', followUp: 'Two households asked for a home visit' },
  },
  {
    on: { ofTheWeek: 3 },
    plan: {
      ...{ title: 'Report it here: an afternoon surgery', kind: 'reporting_surgery', startsAt: '14:00' },
      ...{ venue: 'Health centre', ward: 'Stoneycroft', strands: ['disability'], languages: 'English, BSL' },
    },
    went: { attendance: 11, materials: 'Easy Read cards', followUp: 'Every first Tuesday from now on' },
  },
  {
    on: { ofTheWeek: 4 },
    plan: {
      ...{ title: 'Words that hurt: Year 6', kind: 'school_session', startsAt: '09:15' },
      ...{ venue: 'Primary school', ward: 'Everton East', audience: 'Two classes and their teachers' },
    },
    went: { attendance: 58, materials: 'Cards for parents', followUp: 'The school asks for Year 5 next term' },
  },
  {
    on: { ofTheWeek: 5 },
    plan: {
      ...{ title: 'Open evening of the partnership', kind: 'community_meeting', startsAt: '18:30' },
      ...{ venue: 'Town hall annexe', ward: 'County' },
    },
    went: { attendance: 74, materials: '100 leaflets, service standards in large print', followUp: '' },
    with: 'unitySteps',
  },
]

const ANSWERING: Partial<Record<AgencyKey, typeof yael>> = {
  unitySteps: yael,
  constabulary: helen,
  wharf: alex,
  beacon: lorraine,
}

function heldStory(event: PastEvent): Story {
  const story = (stage: Stage) => heldScenes(stage, event)
  return Object.defineProperty(story, 'name', { value: `awareness: ${event.plan.title}` })
}

async function* heldScenes({ days, play }: Stage, { on, plan, went, with: partner }: PastEvent): Scenes {
  const ago = typeof on === 'number' ? on : daysBetween(addDays(lastWeek(days.today), on.ofTheWeek), days.today)
  yield days.ago(ago + 30, '11:00')
  const eventId = await play.planEvent(siobhan, { ...plan, heldOn: days.dayAgo(ago) })
  const answering = partner && ANSWERING[partner]
  if (partner && answering) {
    await play.invitePartners(siobhan, eventId, [AGENCIES[partner]])
    yield days.ago(ago + 24, '15:00')
    await play.answerInvitation(answering, eventId, 'accepted', 'Two of us come, with our own leaflets')
  }
  yield days.ago(ago - 1, '09:30')
  await play.holdEvent(siobhan, eventId, went)
}

/** A future event: one partner takes part, one has not answered, one cannot come. */
async function* comingWalkabout({ days, play }: Stage): Scenes {
  yield days.before(8, '10:20')
  const eventId = await play.planEvent(siobhan, {
    ...{ title: 'Walkabout before the festival', kind: 'walkabout', startsAt: '15:00' },
    ...{ venue: 'From the library to the park gates', ward: 'Princes Park', strands: ['race', 'religion'] },
    ...{ languages: 'English, Somali, Arabic', materials: '300 leaflets, high-visibility vests' },
    heldOn: addDays(days.today, 12),
  })
  yield days.before(8, '10:40')
  await play.invitePartners(siobhan, eventId, [unitySteps, beacon, wharf])
  yield days.before(5, '16:10')
  await play.answerInvitation(yael, eventId, 'accepted', 'Three volunteers who speak Somali')
  yield days.before(4, '12:30')
  await play.answerInvitation(alex, eventId, 'declined', 'Our outreach day is the same afternoon')
}

async function* comingCampaign({ days, play }: Stage): Scenes {
  yield days.before(3, '14:15')
  await play.planEvent(marcus, {
    ...{ title: 'You are not alone: local radio and social media', kind: 'press_or_social_media', startsAt: '' },
    ...{ venue: 'Local radio, partners’ channels', ward: '', audience: 'Whoever has never reported' },
    heldOn: addDays(days.today, 40),
  })
}

const NOTES: [daysAgo: number, note: StoryTensionNote][] = [
  [
    21,
    {
      ...{ ward: 'Tuebrook Breckside Park', grade: 'evidenced', strands: ['race', 'religion'] },
      note: 'Stickers with slogans against asylum seekers on lamp posts along two streets; photographs are kept.',
    },
  ],
  [
    9,
    {
      ...{ ward: 'City Centre South', grade: 'potential', strands: ['sexual_orientation', 'transgender'] },
      note: 'Posts call for people to gather outside a bar on Saturday night; three agencies have heard of it.',
    },
  ],
  [
    3,
    {
      ...{ ward: 'Anfield', grade: 'experienced', strands: ['race'] },
      note: 'Families were shouted at on the way home from the match, several evenings in a row.',
    },
  ],
]

async function* tensionNotes({ days, play }: Stage): Scenes {
  for (const [daysAgo, note] of NOTES) {
    yield days.ago(daysAgo, '16:30')
    await play.noteTension(daysAgo === 9 ? marcus : siobhan, note)
  }
}

export const AWARENESS_STORIES: Story[] = [...HELD.map(heldStory), comingWalkabout, comingCampaign, tensionNotes]
