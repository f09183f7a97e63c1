import { dayInWords } from '../../../domain/time/calendar-day.ts'
import type { FirstContact, ReportReceived } from '../../papers/report-received.ts'

/** The letter that confirms a report. */
export const REPORT_RECEIVED_WORDS = {
  title: (reference: string) => `Letter ${reference}`,
  heading: (reportedByClient: boolean) =>
    reportedByClient ? 'We have received your report' : 'We have received a report',
  thanks: (reportedByClient: boolean) =>
    reportedByClient
      ? 'Thank you for contacting us. We believe you.'
      : 'Someone contacted us for you. We want to hear from you what you need.',
  reportHeading: 'The report',
  received: ({ receivedOn, receivedTime }: ReportReceived) => `Received: ${dayInWords(receivedOn)} at ${receivedTime}`,
  receivedBy: ({ receivedBy, agency }: ReportReceived) =>
    `Received by: ${receivedBy ? `${receivedBy}, ` : ''}${agency.name}`,
  nextHeading: 'What happens next',
  firstContact,
  safeWays: 'We contact you only in the ways you told us are safe.',
  caseWorker: (name: string) =>
    name ? `Your case worker is ${name}.` : 'We will choose one case worker for you and give you their name.',
  alternativeContact: (name: string) => `If you cannot reach your case worker, ask for ${name}.`,
  place: 'You choose where we meet.',
  mistake: 'Contact us if anything in this letter is wrong. We will correct it.',
} as const

/** R3 and R4 promise only to aim for this date, so the letter does too. */
function firstContact(contact: FirstContact): string {
  if (contact.state === 'made') return `We contacted you on ${dayInWords(contact.on)}.`
  if (contact.state === 'not-set') return 'Contact us if you want to know when we will contact you.'
  const { by, workingDays } = contact
  const end = `by the end of ${dayInWords(by)}`
  if (workingDays === null) return `We aim to contact you ${end}.`
  return `We aim to contact you within ${workingDays} working ${workingDays === 1 ? 'day' : 'days'} of receiving the report: ${end}.`
}
