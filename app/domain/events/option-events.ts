import { MEASURE_CANCEL_REASONS, MEASURES } from '../options/measure.ts'
import { OPTION_ANSWERS, OPTIONS } from '../options/option.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { dayInWords, toDay } from '../time/calendar-day.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

const day = (on: string) => dayInWords(toDay(on))

/** Events about the five options of G7 and what follows from them. */
export const OPTION_EVENTS = {
  'option-answered': {
    group: 'option',
    title: ({ option }) => `Option discussed: ${lowerFirst(labelOf(OPTIONS, option))}`,
    detail: ({ answer }) => labelOf(OPTION_ANSWERS, answer),
    notifies: 'nobody',
  },
  'measure-requested': {
    group: 'option',
    title: ({ measureKind }) => `Requested: ${lowerFirst(labelOf(MEASURES, measureKind))}`,
    notifies: 'nobody',
  },
  'measure-done': {
    group: 'option',
    title: ({ measureKind }) => `Done: ${lowerFirst(labelOf(MEASURES, measureKind))}`,
    detail: ({ doneOn }) => `On ${day(doneOn)}`,
    notifies: 'nobody',
  },
  'measure-cancelled': {
    group: 'option',
    title: ({ measureKind }) => `Cancelled: ${lowerFirst(labelOf(MEASURES, measureKind))}`,
    detail: ({ reason }) => labelOf(MEASURE_CANCEL_REASONS, reason),
    notifies: 'nobody',
  },
  'client-rehoused': {
    group: 'option',
    title: ({ rehousedOn }) => `Client moved to another home on ${day(rehousedOn)}`,
    detail: ({ rehousing }) => (rehousing === 'temporary' ? 'For some time' : 'For good'),
    notifies: 'nobody',
  },
  'belongings-stored': {
    group: 'option',
    title: ({ storedFrom }) => `Belongings stored from ${day(storedFrom)}`,
    detail: ({ storedTo }) => (storedTo ? `Until ${day(storedTo)}` : ''),
    notifies: 'nobody',
  },
} satisfies Partial<CaseEventTable>
