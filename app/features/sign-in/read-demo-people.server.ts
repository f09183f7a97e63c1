import { and, asc, eq, inArray } from 'drizzle-orm'
import { asSignIn } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { setting } from '../../../db/schema/everyday.ts'
import { staff } from '../../../db/schema/staff.ts'
import { STAFF_ROLES, type StaffRole } from '../../domain/partnership/actor.ts'

interface DemoPerson {
  staffId: string
  name: string
  role: string
  /** What to see when signed in as this person. */
  shows: string
}

export interface DemoPeopleData {
  /** The people to start with; empty if the demo names none. */
  first: DemoPerson[]
  agencies: DemoAgency[]
}

interface DemoAgency {
  agencyId: string
  name: string
  people: DemoPerson[]
}

/** What each role shows, for people without a story of their own. */
const SHOWN_BY_ROLE: Record<StaffRole, string> = {
  case_worker: 'Reports, cases, consents and referrals of one agency',
  manager: 'Allocating cases, authorising, and the people of the agency',
  coordinator: 'Counts across the partnership, never a client',
  cohesion_officer: 'Counts and places for awareness work, never a client',
  administrator: 'Agencies, people and settings, never a case',
}

/** The setting with the demo's sentences (staffId to sentence) and the people to show first. */
const STORIES = 'demo-people'
const FIRST = 'demo-people-first'

/** Everyone in the demo, by agency. Call it only from a page that exists only in the demo. */
export function listDemoPeople(): Promise<DemoPeopleData> {
  return asSignIn(async (tx) => {
    const people = await tx
      .select({
        agencyId: staff.agencyId,
        agencyName: agency.name,
        staffId: staff.staffId,
        name: staff.name,
        role: staff.role,
        jobTitle: staff.jobTitle,
      })
      .from(staff)
      .innerJoin(agency, eq(agency.agencyId, staff.agencyId))
      .where(and(eq(staff.active, true)))
      .orderBy(asc(agency.createdAt), asc(agency.name), asc(staff.createdAt), asc(staff.name))
    const settings = await tx
      .select({ name: setting.name, value: setting.value })
      .from(setting)
      .where(inArray(setting.name, [STORIES, FIRST]))
    const settingOf = (name: string) => settings.find((row) => row.name === name)?.value
    const agencies = byAgency(people, (settingOf(STORIES) ?? {}) as Record<string, string>)
    const first = ((settingOf(FIRST) ?? []) as string[]).flatMap((staffId) =>
      agencies.flatMap(({ name, people: own }) =>
        own
          .filter((person) => person.staffId === staffId)
          .map((person) => ({ ...person, role: `${person.role}, ${name}` })),
      ),
    )
    return { first, agencies }
  })
}

interface Row {
  agencyId: string
  agencyName: string
  staffId: string
  name: string
  role: StaffRole
  jobTitle: string
}

function byAgency(rows: Row[], stories: Record<string, string>): DemoAgency[] {
  const agencies = new Map<string, DemoAgency>()
  for (const { agencyId, agencyName, staffId, name, role, jobTitle } of rows) {
    const found = agencies.get(agencyId) ?? { agencyId, name: agencyName, people: [] }
    const shows = stories[staffId] ?? SHOWN_BY_ROLE[role]
    found.people.push({ staffId, name, role: jobTitle || STAFF_ROLES[role].label, shows })
    agencies.set(agencyId, found)
  }
  return [...agencies.values()]
}
