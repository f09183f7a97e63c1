import type { Actor, StaffRole } from '../domain/partnership/actor.ts'
import { AGENCIES, type AgencyKey } from './agencies.ts'
import { uuidOf } from './chance.ts'

export interface StoryPerson {
  actor: Actor & { role: StaffRole }
  agency: AgencyKey
  name: string
  jobTitle: string
  email: string
  phone: string
  /** What this person's pages can show. Empty for a person who has left. */
  shows: string
}

let extension = 300

function person(agency: AgencyKey, role: StaffRole, name: string, jobTitle: string, shows: string): StoryPerson {
  extension += 1
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`
  const actor = { staffId: uuidOf(`person ${email}`), agencyId: AGENCIES[agency].agencyId, role }
  return { actor, agency, name, jobTitle, email, phone: `0151 496 0${extension}`, shows }
}

/** The people of the demonstration, in the order of the sign-in page. All are invented. */
export const PEOPLE = {
  priya: person(
    'harthill',
    'case_worker',
    'Priya Nair',
    'Neighbourhood officer',
    'A housing officer’s day: a threat of arson to answer, an interview, risk checks, repairs with hours to run',
  ),
  callum: person(
    'harthill',
    'case_worker',
    'Callum Rigby',
    'Tenancy and ASB officer',
    'Action plans: an acknowledgement due, an action overdue. A re-housing that waits for his manager, a referral declined',
  ),
  ruth: person(
    'harthill',
    'manager',
    'Ruth Okonjo',
    'Neighbourhood manager',
    'Her team’s casework, one queue of decisions (sharing without consent, re-housing), a new report without a case worker',
  ),
  zainab: person(
    'northgate',
    'case_worker',
    'Zainab Yusuf',
    'Housing officer',
    'A client who needs an Arabic interpreter, and a referral that was never answered',
  ),
  lee: person(
    'northgate',
    'case_worker',
    'Lee Hargreaves',
    'Community safety officer',
    'Consent withdrawn after sending, and news that the client has not heard yet',
  ),
  janet: person(
    'northgate',
    'manager',
    'Janet Molyneux',
    'Head of neighbourhoods',
    'The cases of a colleague who left, back in the queue with their clocks running',
  ),
  meiling: person(
    'albion',
    'case_worker',
    'Mei-Ling Chau',
    'Housing officer',
    'Shared without consent for an adult at risk, a question to answer, a report made by a daughter',
  ),
  joe: person(
    'albion',
    'case_worker',
    'Joe Scanlan',
    'Housing officer',
    'A case that turned out to be serious and is overdue at once, and a referral that went late',
  ),
  farida: person(
    'albion',
    'manager',
    'Farida Haddad',
    'Housing manager',
    'The manager who authorised sharing without consent; kept and missed standards of the week',
  ),
  owen: person(
    'constabulary',
    'case_worker',
    'Owen Fairclough',
    'Hate crime coordinator',
    'The police inbox: risk first, and a package that vanished when its client said no',
  ),
  nadia: person(
    'constabulary',
    'case_worker',
    'Nadia Rahman',
    'Hate crime investigator',
    'A referral entered in error and made again, a mother reporting for her daughter',
  ),
  helen: person(
    'constabulary',
    'manager',
    'Helen Brophy',
    'Inspector, hate crime',
    'A police unit’s clocks, and reports of last night to allocate',
  ),
  bea: person(
    'beacon',
    'case_worker',
    'Bea Novak',
    'Senior caseworker',
    'The support inbox: who to call first and how safely; a second attempt due today',
  ),
  kwame: person(
    'beacon',
    'case_worker',
    'Kwame Asante',
    'Caseworker',
    'An amended referral, BSL and Easy Read needs, outcomes recorded',
  ),
  lorraine: person(
    'beacon',
    'manager',
    'Lorraine Devaney',
    'Service manager',
    'How a support service keeps its answers: what waits and what is late',
  ),
  imran: person(
    'unitySteps',
    'case_worker',
    'Imran Sheikh',
    'Race and faith caseworker',
    'A redirected referral, an interpreter, an outcome to record',
  ),
  yael: person(
    'unitySteps',
    'manager',
    'Yael Abrams',
    'Director',
    'A small charity with one inbox and no time to lose',
  ),
  tessa: person(
    'openDoor',
    'case_worker',
    'Tessa Whitlock',
    'Advocate',
    'A referral she declined, with the agency she suggested instead',
  ),
  alex: person(
    'wharf',
    'case_worker',
    'Alex Fenwick',
    'LGBTQ+ caseworker',
    'A question to the sender that is still open, and clients in contact',
  ),
  carmen: person(
    'redLantern',
    'case_worker',
    'Carmen Duarte',
    'Outreach worker',
    'An agency that takes no new referrals, with cases of its own',
  ),
  stephen: person(
    'shoreline',
    'case_worker',
    'Stephen Gilroy',
    'Arson reduction officer',
    'Home safety visits asked for, each with how to knock safely',
  ),
  dave: person(
    'streetScene',
    'case_worker',
    'Dave Penketh',
    'Response supervisor',
    'Graffiti to remove, and one referral that went unanswered',
  ),
  hyacinth: person(
    'granby',
    'case_worker',
    'Hyacinth Bell',
    'Librarian',
    'A report without a name: contact is not possible, and nothing is overdue',
  ),
  patrick: person(
    'stBrendans',
    'case_worker',
    'Patrick Noonan',
    'Hub coordinator',
    'A witness’s report of which the client knows nothing yet',
  ),
  grace: person(
    'cohesion',
    'case_worker',
    'Grace Ellwood',
    'Community safety officer',
    'The council’s inbox: injunctions and moves asked for',
  ),
  marcus: person(
    'cohesion',
    'coordinator',
    'Marcus Adeyemi',
    'Partnership coordinator',
    'Counts across fourteen agencies, small ones withheld, never a client',
  ),
  siobhan: person(
    'cohesion',
    'cohesion_officer',
    'Siobhan Kilbride',
    'Community cohesion officer',
    'Counts and places for awareness work, never a case',
  ),
  tomasz: person(
    'cohesion',
    'administrator',
    'Tomasz Wilk',
    'Portal administrator',
    'Agencies, people and settings, never a case',
  ),
} as const satisfies Record<string, StoryPerson>

/** The people named in README.md, whom the sign-in page shows first. */
export const SHOWN_FIRST: readonly StoryPerson[] = [
  ...[PEOPLE.priya, PEOPLE.ruth, PEOPLE.callum, PEOPLE.bea, PEOPLE.lee],
  ...[PEOPLE.nadia, PEOPLE.hyacinth, PEOPLE.marcus, PEOPLE.siobhan, PEOPLE.tomasz],
]

/** A person who left on the working day before the demonstration begins. */
export const LEAVER = person('northgate', 'case_worker', 'Ben Tarleton', 'Housing officer', '')
