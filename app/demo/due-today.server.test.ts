import { describe, expect, it } from 'vitest'
import { contactabilityOf, isSerious } from '../domain/cases/case.ts'
import type { CaseEvent } from '../domain/cases/case-event.ts'
import { type ContactOutcome, contactSucceeded } from '../domain/cases/contact.ts'
import type { IncidentTypeId } from '../domain/cases/incident-type.ts'
import type { ReporterRole } from '../domain/cases/report.ts'
import { AGENCY_TYPES } from '../domain/partnership/agency.ts'
import type { Clock } from '../domain/standards/clock.ts'
import { clocksAfter } from '../domain/standards/clock-changes.ts'
import { BANK_HOLIDAYS } from '../domain/time/bank-holidays.ts'
import { londonDayOf } from '../domain/time/calendar-day.ts'
import type { Acts } from './acts.ts'
import { AGENCIES, type StoryAgency } from './agencies.ts'
import type { StoryPerson } from './people.ts'
import { playStories } from './play-stories.ts'
import { STORIES } from './stories/all.ts'
import type { StoryCase, StoryReferral, StoryReferralDetails, StoryReport } from './story-types.ts'

/** Mornings, nights, weekends, bank holidays, the changes of the clock, the turn of a year. */
const LOADED_AT = [
  ['a Monday morning', '2026-11-23T09:00:00Z'],
  ['a Tuesday noon', '2026-11-24T12:05:00Z'],
  ['a Wednesday evening', '2026-11-25T21:30:00Z'],
  ['a Thursday, one minute after midnight', '2026-11-26T00:01:00Z'],
  ['a Friday afternoon', '2026-11-27T16:59:00Z'],
  ['a Saturday morning', '2026-11-28T10:00:00Z'],
  ['a Sunday night', '2026-11-29T23:59:00Z'],
  ['Christmas Eve', '2026-12-24T15:00:00Z'],
  ['Christmas Day', '2026-12-25T11:00:00Z'],
  ['a Monday that is a bank holiday', '2026-12-28T09:30:00Z'],
  ['the first working day after Christmas', '2026-12-29T08:00:00Z'],
  ['New Year’s Day', '2027-01-01T02:00:00Z'],
  ['the first Monday of the year', '2027-01-04T09:00:00Z'],
  ['Good Friday', '2027-03-26T09:00:00Z'],
  ['the Sunday on which the clocks go forward', '2027-03-28T01:30:00Z'],
  ['the Tuesday after Easter', '2027-03-30T08:59:00Z'],
  ['a May bank holiday', '2027-05-03T13:00:00Z'],
  ['a summer night', '2027-07-14T23:30:00Z'],
  ['the Sunday on which the clocks go back', '2027-10-31T01:30:00Z'],
  ['a leap day', '2028-02-29T07:00:00Z'],
] as const

describe('whatever day and hour the demonstration is loaded', () => {
  it.each(LOADED_AT)('something is due that very day, and little is overdue: %s', async (_when, iso) => {
    const now = new Date(iso)
    const { clocks, nextTries, cases } = await rehearse(now)
    const running = clocks.filter(({ state, clause }) => state === 'running' && clause !== 'C4')
    const today = running.filter(({ dueAt }) => londonDayOf(dueAt) === londonDayOf(now))
    expect(cases).toBe(60)
    expect(today.length).toBeGreaterThanOrEqual(4)
    expect(today.length).toBeLessThan(running.length)
    expect(nextTries).toContain(londonDayOf(now))
    const overdue = running.filter(({ dueAt }) => dueAt < now)
    expect(overdue.length).toBeGreaterThan(0)
    expect(overdue.length).toBeLessThanOrEqual(running.length / 4)
  })

  it('a working day also ends the time of a threat, of a second day and of a decision to refer', async () => {
    const { clocks } = await rehearse(new Date('2026-11-23T09:00:00Z'))
    const due = clocks.filter(({ state, dueAt }) => state === 'running' && londonDayOf(dueAt) === '2026-11-23')
    expect(new Set(due.map(({ clause }) => clause))).toEqual(new Set(['R3', 'R4', 'I2', 'V6']))
  })
})

describe('the stories', () => {
  it('have each a name of their own, since it is their seed', () => {
    expect(new Set(STORIES.map(({ name }) => name)).size).toBe(STORIES.length)
  })
})

interface Rehearsed {
  /** As the domain calculates them from what was played. */
  clocks: Clock[]
  /** Days on which the other agency said it would try again. */
  nextTries: string[]
  cases: number
}

/** Tells the stories without a database: whoever would play only counts for the clocks. */
async function rehearse(now: Date): Promise<Rehearsed> {
  const files = new Map<string, Clock[]>()
  const nextTries: string[] = []
  await playStories(
    STORIES,
    now,
    () => {},
    (moment) => rehearsal(() => moment.now, { files, nextTries }),
  )
  return { clocks: [...files.values()].flat(), nextTries, cases: files.size }
}

interface Book {
  files: Map<string, Clock[]>
  nextTries: string[]
}

let made = 0

function nextId(): string {
  made += 1
  return `id ${made}`
}

function rehearsal(now: () => Date, { files, nextTries }: Book): Acts {
  const happen = (file: StoryCase, event: CaseEvent) => {
    const clocks = files.get(file.caseId) ?? []
    const agencyInvestigates = investigates(file.worker)
    const facts = { caseId: file.caseId, clocks, agencyInvestigates, calendar: BANK_HOLIDAYS, now: now() }
    const { started, changed } = clocksAfter(event, facts)
    const moved = clocks.map((clock) => ({ ...clock, ...changed.find((one) => one.clockId === clock.clockId)?.set }))
    files.set(file.caseId, [...moved, ...started.map((clock) => ({ ...clock, clockId: nextId() }))])
  }
  const sent = (file: StoryCase, referralId: string, decidedAt = now()) => {
    const data = { referralId, sentAt: now().toISOString(), decidedAt: decidedAt.toISOString(), categories: [] }
    happen(file, { kind: 'referral-sent', data })
  }
  const send = async (file: StoryCase, to: StoryAgency, details: StoryReferralDetails) => {
    const referral = { referralId: nextId(), file, to, purpose: details.purpose, version: 2 }
    sent(file, referral.referralId, details.decidedAt)
    return referral
  }
  const played = {
    now,
    report: async (worker: StoryPerson, report: StoryReport) => {
      const file = { caseId: nextId(), reference: '', worker }
      happen(file, { kind: 'report-received', data: receivedOf(report, now()) })
      return file
    },
    allocate: async (_by: StoryPerson, file: StoryCase, worker: StoryPerson) => {
      file.worker = worker
    },
    contact: async (file: StoryCase, outcome: ContactOutcome) => {
      const data = { contactId: '', contactedAt: now().toISOString(), channel: 'phone' }
      happen(file, { kind: contactSucceeded(outcome) ? 'client-contacted' : 'contact-attempted', data })
    },
    defer: async (file: StoryCase, until: string) =>
      happen(file, { kind: 'contact-deferred', data: { until, reason: 'chose_day' } }),
    raiseSerious: async (file: StoryCase, reason: string) => {
      const receivedAt = files.get(file.caseId)?.find(({ clause }) => clause === 'R3')?.startedAt ?? now()
      happen(file, { kind: 'serious-raised', data: { receivedAt: receivedAt.toISOString(), reason } })
    },
    completeInvestigation: async (file: StoryCase) =>
      happen(file, { kind: 'investigation-completed', data: { completedAt: now().toISOString() } }),
    decide: async (file: StoryCase) => {
      const referralId = nextId()
      happen(file, {
        kind: 'referral-decided',
        data: { referralId, decidedAt: now().toISOString(), askedBy: 'agreed' },
      })
      return { referralId, file, version: 1 }
    },
    send,
    refer: send,
    cancel: async ({ file, referralId }: StoryReferral) =>
      happen(file, { kind: 'referral-cancelled', data: { referralId, reason: '' } }),
    tryToReach: async (_by: StoryPerson, _referral: StoryReferral, { nextTryOn }: { nextTryOn?: string | null }) => {
      if (nextTryOn) nextTries.push(nextTryOn)
    },
  }
  const others = { get: (acts: object, name: string) => Reflect.get(acts, name) ?? (async () => nextId()) }
  return new Proxy(played, others) as unknown as Acts
}

function investigates({ actor }: StoryPerson): boolean {
  const home = Object.values(AGENCIES).find(({ agencyId }) => agencyId === actor.agencyId)
  return home !== undefined && AGENCY_TYPES[home.kind].investigates
}

function receivedOf(report: StoryReport, now: Date) {
  const types = (report.types ?? []) as IncidentTypeId[]
  const reporterRole = (report.reporterRole ?? 'victim') as ReporterRole
  return {
    receivedAt: (report.receivedAt ?? now).toISOString(),
    serious: isSerious({ violence: report.violence === 'yes', types }),
    contactable: contactabilityOf({ reporterRole, clientAware: report.clientAware === 'yes' }),
    backdated: false,
  }
}
