import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { Block, Paper, PaperLanguage } from './paper.ts'
import type { ReportReceived } from './report-received.ts'
import { REPORT_RECEIVED_WORDS } from './report-received-words.ts'

/** The letter that confirms a report, in one language, dated `madeOn`. */
export function reportReceivedPaper(letter: ReportReceived, language: PaperLanguage, madeOn: CalendarDay): Paper {
  const words = REPORT_RECEIVED_WORDS[language]
  const heading = (text: string): Block => ({ is: 'heading', text })
  const list = (items: readonly string[]): Block => ({ is: 'list', items: items.filter((item) => item !== '') })
  const { agency, clientName, caseWorker, alternativeContact } = letter
  return {
    language,
    title: words.title(letter.reference),
    heading: words.heading(letter.reportedByClient),
    blocks: [
      { is: 'paragraph', text: agency.name },
      { is: 'paragraph', text: words.day(madeOn) },
      { is: 'paragraph', text: words.greeting(clientName) },
      { is: 'paragraph', text: words.thanks(letter.reportedByClient) },
      heading(words.reportHeading),
      list([words.reference(letter.reference), words.received(letter), words.receivedBy(letter)]),
      heading(words.nextHeading),
      list([
        words.firstContact(letter.firstContact),
        words.safeWays,
        words.caseWorker(caseWorker),
        alternativeContact ? words.alternativeContact(alternativeContact) : '',
        words.place,
      ]),
      heading(words.contactHeading),
      list([
        agency.phone ? words.phone(agency.phone) : words.email(agency.email),
        agency.hours ? words.hours(agency.hours) : '',
        words.sayReference,
      ]),
      heading(words.wrongHeading),
      list([words.mistake, words.unhappy]),
      heading(words.emergencyHeading),
      { is: 'paragraph', text: words.emergency },
    ],
  }
}
