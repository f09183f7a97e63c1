import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { readInstant } from '../time/calendar-day.ts'
import { explainDeadline } from './clock-explanation.ts'
import { type ClauseId, getStandard } from './service-standard.ts'

function explain(clause: ClauseId, from: string): string {
  const at = readInstant(from)
  if (!at.ok) throw new RangeError(from)
  return explainDeadline(getStandard(clause), at.value, BANK_HOLIDAYS)
}

describe('a deadline explains itself', () => {
  it.each<{ clause: ClauseId; from: string; words: string; why: string }>([
    {
      clause: 'R3',
      from: '2026-11-20T16:45',
      words:
        'Received Friday 20 November at 16:45. Day 1 is Monday 23, day 2 is Tuesday 24: contact by the end of Tuesday. Saturday 21 and Sunday 22 are not working days.',
      why: 'over a week-end',
    },
    {
      clause: 'R3',
      from: '2026-11-25T23:40',
      words:
        'Received Wednesday 25 November at 23:40. Day 1 is Thursday 26, day 2 is Friday 27: contact by the end of Friday.',
      why: 'nothing skipped',
    },
    {
      clause: 'R4',
      from: '2026-12-24T15:00',
      words:
        'Received Thursday 24 December at 15:00. Day 1 is Tuesday 29: contact by the end of Tuesday. Friday 25 December is Christmas Day. Monday 28 December is Boxing Day (substitute day). Saturday 26 and Sunday 27 are not working days.',
      why: 'four days of Christmas',
    },
    {
      clause: 'R4',
      from: '2027-03-27T18:00',
      words:
        'Received Saturday 27 March at 18:00. Day 1 is Tuesday 30: contact by the end of Tuesday. Sunday 28 is not a working day. Monday 29 March is Easter Monday.',
      why: 'received on a day that is not a working day itself',
    },
    {
      clause: 'I2',
      from: '2027-04-30T17:30',
      words:
        'Decided Friday 30 April at 17:30. Day 1 is Tuesday 4 May: referral sent by the end of Tuesday. Saturday 1 May and Sunday 2 are not working days. Monday 3 May is the Early May bank holiday.',
      why: 'into another month',
    },
    {
      clause: 'R3',
      from: '2026-12-31T09:00',
      words:
        "Received Thursday 31 December at 09:00. Day 1 is Monday 4 January 2027, day 2 is Tuesday 5: contact by the end of Tuesday. Friday 1 January is New Year's Day. Saturday 2 January and Sunday 3 are not working days.",
      why: 'into another year',
    },
    {
      clause: 'R8a',
      from: '2026-11-20T18:30',
      words:
        'Reported Friday 20 November at 18:30. 24 hours run day and night, weekends and bank holidays included: repair completed by Saturday 21 at 18:30.',
      why: 'hours',
    },
    {
      clause: 'R8b',
      from: '2027-03-27T18:00',
      words:
        'Reported Saturday 27 March at 18:00. 24 hours run day and night, weekends and bank holidays included: graffiti removed by Sunday 28 at 19:00. The clocks go forward in between, so 18:00 becomes 19:00.',
      why: 'hours over the change of clocks',
    },
    {
      clause: 'I4b',
      from: '2026-12-22T10:00',
      words:
        'Agreed Tuesday 22 December at 10:00. Weekends and bank holidays count. Day 5 is Sunday 27: acknowledgement sent by the end of Sunday. The last working day by then is Thursday 24.',
      why: 'due on a Sunday, with the last day of the post',
    },
    {
      clause: 'V6',
      from: '2030-12-22T10:00',
      words:
        'Received Sunday 22 December at 10:00. Weekends and bank holidays count. Day 14 is Sunday 5 January 2031: initial investigation completed by the end of Sunday.',
      why: 'no advice about working days of a year without holiday list',
    },
    {
      clause: 'C4',
      from: '2026-12-31T10:00',
      words:
        'Last incident Thursday 31 December. Two months end on Sunday 28 February 2027: closing for this reason is possible from Monday 1 March. The month has no day 31, so its last day counts. A new incident starts the count again.',
      why: 'a condition, not a deadline',
    },
    {
      clause: 'A1',
      from: '2026-11-27T10:00',
      words:
        'Closed Friday 27 November at 10:00. Four weeks end on Friday 25 December, the next working day is Tuesday 29: after-care contact from Friday 18 until the end of Tuesday. Friday 25 December is Christmas Day. Monday 28 December is Boxing Day (substitute day). Saturday 26 and Sunday 27 are not working days.',
      why: 'rolled forward',
    },
  ])('$clause from $from ($why)', ({ clause, from, words }) => {
    expect(explain(clause, from)).toBe(words)
  })
})
