import type { ContactChannel } from '../../../domain/cases/contact.ts'
import { type CalendarDay, dayInWords } from '../../../domain/time/calendar-day.ts'
import type { PictogramId } from '../../pictures/pictogram.ts'

/** What several papers say. */
export const SHARED_WORDS = {
  day: (day: CalendarDay) => dayInWords(day),
  greeting: (name: string) => (name ? `Dear ${name}` : 'Hello'),
  reference: (reference: string) => `Reference number: ${reference}`,
  contactHeading: 'How to contact us',
  phone: (phone: string) => `Phone: ${phone}`,
  email: (email: string) => `E-mail: ${email}`,
  hours: (hours: string) => `Opening hours: ${hours}`,
  sayReference: 'Give your reference number. You do not need to tell us again what happened.',
  wrongHeading: 'If something is wrong',
  unhappy: 'Contact us if you are unhappy with what we do. You can ask to speak to a manager.',
  complain: 'You can also make a complaint about us. Ask us how, or ask someone to help you.',
  caseReviewHeading: 'Your right to an ASB Case Review',
  caseReview: [
    'You can ask for an ASB Case Review. It is also called the Community Trigger.',
    'The council, the police and landlords then look together at what was done about your reports.',
    'You can ask yourself, or someone can ask for you if you agree.',
    'We can tell you how to ask. You can also ask the council.',
  ],
  emergencyHeading: 'In an emergency',
  emergency: 'If you or anyone else is in danger now, phone 999.',
} as const

/** How we reach a client, in the middle of a sentence. */
export const CHANNEL_WORDS = {
  phone: 'by phone',
  video: 'by video call',
  text: 'by text message',
  email: 'by e-mail',
  letter: 'by letter',
  home_visit: 'at your home',
  in_person: 'in person',
  trusted_person: 'through the person you trust',
} as const satisfies Record<ContactChannel, string>

/** What each picture shows, for a reader who cannot see it. */
export const PICTURE_WORDS = {
  book: 'An open book',
  calendar: 'A calendar',
  clock: 'A clock',
  danger: 'A warning sign',
  folder: 'A folder with a tick',
  hands: 'Two hands that meet',
  house: 'A house',
  letter: 'A letter',
  list: 'A list',
  lock: 'A lock',
  look: 'A magnifying glass',
  meeting: 'Two people at a table',
  pen: 'A pen',
  person: 'A person',
  phone: 'A phone',
  question: 'A speech bubble with a question mark',
  shield: 'A shield with a tick',
  speech: 'A speech bubble',
} as const satisfies Record<PictogramId, string>
