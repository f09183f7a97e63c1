import type { Block, Paper } from '../../../documents/paper.ts'
import {
  type CalendarDay,
  dayAndMonth,
  dayInWords,
  londonDayOf,
  londonTimeOf,
} from '../../../domain/time/calendar-day.ts'
import type { ShownClause, StandardSection } from './read-case-standard.server.ts'

interface CaseOnPaper {
  reference: string
  agencyName: string
  printedBy: string
  madeOn: CalendarDay
}

/** The standard on a case as a paper for managers and auditors: no name of a client, only the reference of the case. */
export function standardPaper(
  { reference, agencyName, printedBy, madeOn }: CaseOnPaper,
  sections: readonly StandardSection[],
): Paper {
  return {
    language: 'en',
    title: `Standards ${reference}`,
    heading: `The standard on case ${reference}`,
    blocks: [
      { is: 'paragraph', text: `${agencyName}. ${dayInWords(madeOn)}. Printed by ${printedBy}.` },
      {
        is: 'paragraph',
        text: 'The portal works out the state of each clause from what was recorded. No one can tick a clause by hand.',
      },
      ...sections.flatMap(({ heading, clauses }): Block[] => [
        { is: 'heading', level: 2, text: heading },
        {
          is: 'table',
          columns: ['Clause', 'State', 'Why, and what proves it'],
          widths: [45, 15, 40],
          rows: clauses.map((clause) => rowOf(clause, madeOn)),
        },
      ]),
    ],
  }
}

function rowOf({ clause, wording, stateWords, why, proofs }: ShownClause, today: CalendarDay): string[] {
  const proof = proofs.map(({ words, by, at }) => {
    const on = londonDayOf(at)
    return `${words}, recorded by ${by}, ${dayAndMonth(on, today)} at ${londonTimeOf(at)}.`
  })
  return [`${clause} ${wording}`, stateWords, [why, ...proof].filter(Boolean).join(' ')]
}
