import { type CalendarDay, dayInWords } from '../domain/time/calendar-day.ts'
import type { PaperLanguage } from './paper.ts'
import type { FirstContact, ReportReceived } from './report-received.ts'

/** The words of the letter in one language. */
interface ReportReceivedWords {
  title: (reference: string) => string
  day: (day: CalendarDay) => string
  heading: (reportedByClient: boolean) => string
  greeting: (name: string) => string
  thanks: (reportedByClient: boolean) => string
  reportHeading: string
  reference: (reference: string) => string
  received: (letter: ReportReceived) => string
  receivedBy: (letter: ReportReceived) => string
  nextHeading: string
  firstContact: (contact: FirstContact) => string
  safeWays: string
  caseWorker: (name: string) => string
  alternativeContact: (name: string) => string
  place: string
  contactHeading: string
  phone: (phone: string) => string
  email: (email: string) => string
  hours: (hours: string) => string
  sayReference: string
  wrongHeading: string
  mistake: string
  unhappy: string
  emergencyHeading: string
  emergency: string
}

const ENGLISH: ReportReceivedWords = {
  title: (reference) => `Letter ${reference}`,
  day: (day) => dayInWords(day),
  heading: (reportedByClient) => (reportedByClient ? 'We have received your report' : 'We have received a report'),
  greeting: (name) => (name ? `Dear ${name}` : 'Hello'),
  thanks: (reportedByClient) =>
    reportedByClient
      ? 'Thank you for contacting us. We believe you.'
      : 'Someone contacted us for you. We want to hear from you what you need.',
  reportHeading: 'The report',
  reference: (reference) => `Reference number: ${reference}`,
  received: ({ receivedOn, receivedTime }) => `Received: ${dayInWords(receivedOn)} at ${receivedTime}`,
  receivedBy: ({ receivedBy, agency }) => `Received by: ${receivedBy ? `${receivedBy}, ` : ''}${agency.name}`,
  nextHeading: 'What happens next',
  firstContact,
  safeWays: 'We contact you only in the ways you told us are safe.',
  caseWorker: (name) =>
    name ? `Your case worker is ${name}.` : 'We will choose one case worker for you and give you their name.',
  alternativeContact: (name) => `If you cannot reach your case worker, ask for ${name}.`,
  place: 'You choose where we meet.',
  contactHeading: 'How to contact us',
  phone: (phone) => `Phone: ${phone}`,
  email: (email) => `E-mail: ${email}`,
  hours: (hours) => `Opening hours: ${hours}`,
  sayReference: 'Give your reference number. You do not need to tell us again what happened.',
  wrongHeading: 'If something is wrong',
  mistake: 'Contact us if anything in this letter is wrong. We will correct it.',
  unhappy: 'Contact us if you are unhappy with what we do. You can ask to speak to a manager.',
  emergencyHeading: 'In an emergency',
  emergency: 'If you or anyone else is in danger now, phone 999.',
}

/** R3 and R4 promise only to aim for this date, so the letter does too. */
function firstContact(contact: FirstContact): string {
  if (contact.state === 'made') return `We contacted you on ${dayInWords(contact.on)}.`
  if (contact.state === 'not-set') return 'Contact us if you want to know when we will contact you.'
  const { by, workingDays } = contact
  const end = `by the end of ${dayInWords(by)}`
  if (workingDays === null) return `We aim to contact you ${end}.`
  return `We aim to contact you within ${workingDays} working ${workingDays === 1 ? 'day' : 'days'} of receiving the report: ${end}.`
}

export const REPORT_RECEIVED_WORDS: Record<PaperLanguage, ReportReceivedWords> = { en: ENGLISH }
