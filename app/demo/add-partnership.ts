import { asActor } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'
import { setting } from '../../db/schema/everyday.ts'
import { staff } from '../../db/schema/staff.ts'
import { type Actor, NOBODY } from '../domain/partnership/actor.ts'
import { AGENCY_TYPES } from '../domain/partnership/agency.ts'
import { recordEvent } from '../timeline/record-event.server.ts'
import { AGENCIES, type AgencyKey } from './agencies.ts'
import { LEAVER, PEOPLE, SHOWN_FIRST, type StoryPerson } from './people.ts'

const EVERYBODY: StoryPerson[] = [...Object.values(PEOPLE), LEAVER]

/** Settings for the sign-in page of the demonstration: what each person can show, and who comes first. */
const STORIES = 'demo-people'
const FIRST = 'demo-people-first'

/** Adds the agencies and people as an operator would, in the order of the sign-in page. */
export async function addPartnership(founded: Date): Promise<void> {
  // Acts as the operator, who is no person. An account added by a colleague would not count as another person where two
  // must decide.
  const actor: Actor = { ...PEOPLE.tomasz.actor, staffId: NOBODY }
  const keys = [...new Set(EVERYBODY.map((person) => person.agency)), ...(Object.keys(AGENCIES) as AgencyKey[])]
  await asActor(actor, async (tx) => {
    const asking = { actor, now: founded }
    for (const [place, key] of [...new Set(keys)].entries()) {
      const { investigates } = AGENCY_TYPES[AGENCIES[key].kind]
      await tx.insert(agency).values({ ...AGENCIES[key], investigates, createdAt: minutesAfter(founded, place) })
    }
    for (const { agencyId } of Object.values(AGENCIES))
      await recordEvent(tx, asking, { kind: 'agency-added', data: { agencyId }, subjectId: agencyId })
    for (const [place, person] of EVERYBODY.entries()) await addPerson(tx, asking, person, minutesAfter(founded, place))
    const shows = Object.fromEntries(EVERYBODY.map((person) => [person.actor.staffId, person.shows]))
    const first = SHOWN_FIRST.map((person) => person.actor.staffId)
    await tx.insert(setting).values([
      { name: STORIES, value: shows },
      { name: FIRST, value: first },
    ])
  })
}

type Tx = Parameters<Parameters<typeof asActor>[1]>[0]

async function addPerson(tx: Tx, asking: { actor: Actor; now: Date }, person: StoryPerson, createdAt: Date) {
  const { name, email, jobTitle, phone, actor } = person
  const { agencyId, staffId, role } = actor
  await tx.insert(staff).values({ agencyId, staffId, name, email, emailKey: email, role, jobTitle, phone, createdAt })
  await recordEvent(tx, asking, { kind: 'staff-joined', data: { staffId }, subjectId: staffId })
}

function minutesAfter(from: Date, minutes: number): Date {
  return new Date(from.getTime() + minutes * 60_000)
}
