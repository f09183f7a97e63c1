import { describe, expect, it } from 'vitest'
import type { CaseEventData, CaseEventKind } from '../cases/case-event.ts'
import { AGENCY_EVENTS } from './agency-events.ts'
import { CASEWORK_EVENTS } from './casework-events.ts'
import { DECISION_EVENTS } from './decision-events.ts'
import { type CaseEventRow, type CaseEventTable, TIMELINE_GROUPS, type TimelineGroup } from './event-row.ts'
import { EVENTS, isForWorker, kindsOf } from './event-table.ts'
import { FILE_EVENTS } from './file-events.ts'
import { INTERVIEW_EVENTS } from './interview-events.ts'
import { MAP_EVENTS } from './map-events.ts'
import { OPTION_EVENTS } from './option-events.ts'
import { PAPER_EVENTS } from './paper-events.ts'
import { PLAN_EVENTS } from './plan-events.ts'
import { REPAIR_EVENTS } from './repair-events.ts'
import { REPORT_EVENTS } from './report-events.ts'
import { RISK_EVENTS } from './risk-events.ts'
import { SHARING_EVENTS } from './sharing-events.ts'

describe('the groups of a timeline', () => {
  it.each(Object.keys(TIMELINE_GROUPS) as TimelineGroup[])('%s has events', (group) => {
    expect(kindsOf(group).length).toBeGreaterThan(0)
  })
})

describe('the table of events', () => {
  const LOST = { 'referral-lost': { group: 'referral', title: () => 'Referral lost', notifies: 'nobody' } } as const
  type WithLost = CaseEventData & { 'referral-lost': { referralId: string } }

  it('has a row for every event that has data: one without words does not compile', () => {
    // @ts-expect-error: 'referral-lost' has data and no row
    const withoutRow: CaseEventTable<WithLost> = EVENTS
    const complete: CaseEventTable<WithLost> = { ...EVENTS, ...LOST }
    type Lost = CaseEventRow<{ referralId: string }>
    // @ts-expect-error: a row without a title
    const withoutWords: Lost = { group: 'referral', notifies: 'nobody' }
    // @ts-expect-error: a row that does not say whom it notifies
    const notifiesUnsaid: Lost = { group: null, title: () => 'Lost' }
    expect(Object.keys(complete)).toHaveLength(Object.keys(withoutRow).length + 1)
    expect([withoutWords.title, notifiesUnsaid.notifies]).toEqual([undefined, undefined])
  })

  it('has no row for an event without data: that does not compile either', () => {
    // @ts-expect-error: 'referral-lost' has a row and no data
    const rows = { ...LOST } satisfies Partial<CaseEventTable>
    const sent = SHARING_EVENTS['referral-sent']
    const misread: Partial<CaseEventTable> = {
      // @ts-expect-error: the data of a sent referral have no field of this name
      'referral-sent': { ...sent, title: ({ lost }) => String(lost) },
    }
    expect([rows, misread].map((table) => Object.keys(table).length)).toEqual([1, 1])
  })

  it('has each event in one of its parts only', () => {
    const parts = [
      REPORT_EVENTS,
      REPAIR_EVENTS,
      CASEWORK_EVENTS,
      SHARING_EVENTS,
      AGENCY_EVENTS,
      MAP_EVENTS,
      OPTION_EVENTS,
      DECISION_EVENTS,
      PAPER_EVENTS,
      RISK_EVENTS,
      INTERVIEW_EVENTS,
      FILE_EVENTS,
      PLAN_EVENTS,
    ].flatMap(Object.keys)
    expect(parts.toSorted()).toEqual(Object.keys(EVENTS).toSorted())
  })

  it('leaves to the worker what somebody is notified of, or what starts a job', () => {
    const kinds = Object.keys(EVENTS) as CaseEventKind[]
    expect(kinds.filter(isForWorker).toSorted()).toEqual([
      'awareness-cancelled',
      'awareness-changed',
      'awareness-invited',
      'case-allocated',
      'case-returned-to-queue',
      'consent-withdrawn',
      'decision-asked',
      'decision-made',
      'file-added',
      'holiday-added',
      'hotspot-release-asked',
      'hotspot-release-proposed',
      'override-asked',
      'override-authorised',
      'override-refused',
      'referral-amended',
      'referral-chased',
      'referral-disputed-as-error',
      'referral-escalated',
      'referral-handed-over',
      'referral-moved',
      'referral-sent',
      'release-rules-proposed',
      'repair-excepted',
      'report-received',
      'risk-checked',
      'risk-level-raised',
      'serious-raised',
      'staff-invited',
    ])
  })
})
