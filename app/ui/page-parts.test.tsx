import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DraftNote } from '../forms/draft-note.tsx'
import { lineBesideTag } from './line-beside-tag.ts'
import { SafeContactSummary } from './safe-contact.tsx'
import type { ShownClockStatus } from './tag.tsx'
import { StatusTag } from './tag.tsx'
import { Day, Instant } from './time/time.tsx'
import { Timeline } from './time/timeline.tsx'
import { Tracker } from './time/tracker.tsx'

const now = '2026-11-23T14:05:00Z'

it.each<{ status: ShownClockStatus; word: string; colour: string }>([
  { status: 'overdue', word: 'Overdue', colour: 'red' },
  { status: 'due-today', word: 'Due today', colour: 'orange' },
  { status: 'soon', word: 'Soon', colour: 'yellow' },
  { status: 'running', word: 'Running', colour: 'blue' },
  { status: 'kept', word: 'Kept', colour: 'green' },
  { status: 'kept-late', word: 'Kept late', colour: 'orange' },
  { status: 'exception', word: 'Exception', colour: 'purple' },
  { status: 'not-applicable', word: 'Not applicable', colour: 'grey' },
  { status: 'cancelled', word: 'Cancelled', colour: 'grey' },
])('says $word in words as well as in $colour', ({ status, word, colour }) => {
  expect(renderToStaticMarkup(<StatusTag status={status} />)).toBe(
    `<strong class="govuk-tag govuk-tag--${colour}">${word}</strong>`,
  )
})

it.each([
  { status: 'kept', line: 'Kept on Friday 20 November at 10:00', rest: 'on Friday 20 November at 10:00' },
  { status: 'exception', line: 'Exception: asked for a later day', rest: 'asked for a later day' },
  { status: 'due-today', line: 'Due today', rest: '' },
  { status: 'running', line: 'Due by the end of Friday', rest: 'Due by the end of Friday' },
] as const)('does not say twice what the tag says: $line', ({ status, line, rest }) => {
  expect(lineBesideTag(status, line)).toBe(rest)
})

describe('dates', () => {
  it('carry the exact instant for machines', () => {
    const markup = renderToStaticMarkup(<Instant at="2026-11-20T16:45:00Z" now={now} />)
    expect(markup).toContain('dateTime="2026-11-20T16:45:00.000Z"')
    expect(markup).toContain('<span>Friday 20 November at 16:45</span></time>')
  })

  it('carry the calendar day as it is, without a time', () => {
    expect(renderToStaticMarkup(<Day on="2026-11-24" now={now} />)).toContain('dateTime="2026-11-24"')
  })
})

it('gives warnings and needs before any number', () => {
  const markup = renderToStaticMarkup(
    <SafeContactSummary
      heading="How to reach Amara Diallo safely"
      warnings={['Do not leave voicemail']}
      needs={['Interpreter: Somali']}
      callWindow="Weekdays 10:00 to 12:00"
      channels={[{ label: 'Mobile', value: '07700 900123' }]}
    />,
  )
  const order = ['Do not leave voicemail', 'Interpreter: Somali', 'Weekdays 10:00', '07700 900123'].map((text) =>
    markup.indexOf(text),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)
})

it('tells a timeline newest first, in whatever order the entries come', () => {
  const markup = renderToStaticMarkup(
    <Timeline
      now={now}
      entries={[
        { entryId: 'a', title: 'Report taken', at: '2026-11-19T16:45:00Z' },
        { entryId: 'b', title: 'Referral sent', at: '2026-11-23T10:12:00Z' },
      ]}
    />,
  )
  expect(markup.indexOf('Referral sent')).toBeLessThan(markup.indexOf('Report taken'))
})

it('marks the step a referral is at, and says of every step how it stands', () => {
  const markup = renderToStaticMarkup(
    <Tracker
      label="Progress"
      now={now}
      steps={[
        { label: 'Sent', state: 'done', at: '2026-11-20T16:00:00Z', who: 'Sam Okafor' },
        { label: 'In contact', state: 'now' },
        { label: 'Outcome', state: 'to-come' },
      ]}
    />,
  )
  expect(markup.match(/aria-current="step"/g)).toHaveLength(1)
  expect(markup).toMatch(/Sent .*Done.*Sam Okafor.*In contact .*Now.*Outcome .*To come/)
})

it('says when a draft was saved, in London time', () => {
  const markup = renderToStaticMarkup(<DraftNote draft={{ kind: 'saved', at: new Date('2026-07-01T13:05:00Z') }} />)
  expect(markup).toContain('role="status"')
  expect(markup).toContain('Draft saved 14:05')
})
