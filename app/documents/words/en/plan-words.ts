import { type CalendarDay, dayInWords } from '../../../domain/time/calendar-day.ts'

type Unit = 'day' | 'working_day'

function often(count: number, unit: Unit): string {
  if (unit === 'day' && count % 7 === 0) return count === 7 ? 'every week' : `every ${count / 7} weeks`
  const word = unit === 'day' ? 'day' : 'working day'
  return count === 1 ? `every ${word}` : `every ${count} ${word}s`
}

/** The action plan, and the letter that acknowledges it (I4). */
export const PLAN_WORDS = {
  title: (reference: string) => `Plan ${reference}`,
  heading: 'Your action plan',
  version: (version: number) => `Version ${version}`,
  agreedOn: (day: CalendarDay) => `Agreed on ${dayInWords(day)}`,
  notAgreed: 'This plan is not agreed yet.',
  ourHeading: 'What we do',
  yourHeading: 'What you do',
  noActions: 'You do not have to do anything.',
  columns: ['What', 'Who', 'By when'],
  you: 'You',
  because: (what: string, why: string) => (why ? `${what} (${why})` : what),
  contactHeading: 'How we stay in contact',
  contact: (contact: { count: number; unit: Unit; by: string; channel: string }) =>
    `${contact.by || 'Your case worker'} contacts you ${often(contact.count, contact.unit)}, ${contact.channel}.`,
  safeWays: 'We contact you only in the ways you told us are safe.',
  caseWorker: (name: string) => `Your case worker is ${name}.`,
  alternative: (name: string) => `If you cannot reach your case worker, ask for ${name}.`,
  phoneOf: (name: string, phone: string) => `${name}: ${phone}`,
  signHeading: 'Signatures',
  signClient: 'Your name, signature and the date',
  signAgency: 'For the agency: name, signature and the date',
  changes: 'You can ask us to change the plan at any time. We then agree and sign it again.',
  check: (fingerprint: string) => `Check code of this version: ${fingerprint}`,
  letterTitle: (reference: string) => `Letter ${reference}`,
  letterHeading: 'What we agreed',
  letterThanks: (day: CalendarDay) =>
    `Thank you for making an action plan with us. We agreed it on ${dayInWords(day)}.`,
  keepSafe: 'This letter says what we promised. Keep it where only you find it, or ask us to keep it for you.',
  promiseHeading: 'What you can expect from us',
  promises: [
    'We keep to the Minimum Service Standards of the partnership.',
    'We ask what you want before we do anything for you.',
    'We share your information only with those you agree to.',
    'We tell you what we found and what can be done.',
    'We talk with you before we close your case, and contact you again afterwards.',
  ],
  standards: 'Ask us for all the standards. They are also in your support pack.',
  easy: {
    heading: 'Your plan',
    letterHeading: 'We made a plan with you',
    introduction: ['This is your plan.', 'It says who does what.'],
    letter: (day: CalendarDay) => `We agreed the plan on ${dayInWords(day)}.`,
    keepSafe: ['Keep this paper in a safe place.', 'We can keep it for you.'],
    we: (what: string) => `We will do this: ${what}`,
    you: (what: string) => `You will do this: ${what}`,
    by: (day: CalendarDay) => `By ${dayInWords(day)}.`,
    changes: ['Do you want to change the plan?', 'Tell us.'],
  },
} as const
