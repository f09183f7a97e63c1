import type { PaperLanguage } from '../../domain/papers/paper-format.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { heading, list, paragraph } from '../blocks.ts'
import type { Paper } from '../paper.ts'
import { PAPER_WORDS } from '../words/paper-words.ts'
import type { ReportReceived } from './report-received.ts'
import { emergencyBlocks, waysToContactUs } from './ways-to-contact.ts'

/** The letter that confirms a report, in one language, dated `madeOn`. */
export function reportReceivedPaper(letter: ReportReceived, language: PaperLanguage, madeOn: CalendarDay): Paper {
  const { reportReceived: words, shared } = PAPER_WORDS[language]
  const { agency, clientName, caseWorker, alternativeContact } = letter
  return {
    language,
    title: words.title(letter.reference),
    heading: words.heading(letter.reportedByClient),
    blocks: [
      paragraph(agency.name),
      paragraph(shared.day(madeOn)),
      paragraph(shared.greeting(clientName)),
      paragraph(words.thanks(letter.reportedByClient)),
      heading(words.reportHeading),
      ...list([shared.reference(letter.reference), words.received(letter), words.receivedBy(letter)]),
      heading(words.nextHeading),
      ...list([
        words.firstContact(letter.firstContact),
        words.safeWays,
        words.caseWorker(caseWorker),
        alternativeContact ? words.alternativeContact(alternativeContact) : '',
        words.place,
      ]),
      heading(shared.contactHeading),
      ...list([...waysToContactUs(agency, shared), shared.sayReference]),
      heading(shared.wrongHeading),
      ...list([words.mistake, shared.unhappy]),
      ...emergencyBlocks(shared),
    ],
  }
}
