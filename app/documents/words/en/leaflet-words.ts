import type { PromisedTimes } from '../../../domain/papers/promised-times.ts'

const working = (days: number) => (days === 1 ? '1 working day' : `${days} working days`)

/** How the agency deals with a complaint (R7), in the order in which it happens. */
export const LEAFLET_WORDS = {
  title: 'Leaflet: how we work',
  heading: 'How we deal with your complaint',
  introduction: 'This leaflet says what we do after you report something to us. You can ask us about it at any time.',
  startHeading: 'When you report to us',
  believe: 'We believe you. You do not have to prove why it happened.',
  contact: ({ contactDays, seriousDays }: PromisedTimes) =>
    `We aim to contact you within ${working(contactDays)}. If there was violence or a threat of violence, we aim to contact you within ${working(seriousDays)}.`,
  worker: 'You have one case worker. We also give you the name of a second person to ask for.',
  repairs: ({ repairHours, graffitiHours }: PromisedTimes) =>
    `We arrange for emergency repairs to be finished within ${repairHours} hours, and for offensive graffiti to be removed within ${graffitiHours} hours.`,
  meetHeading: 'When we meet',
  place: 'You choose where we meet. You can bring someone.',
  language: 'We arrange an interpreter, British Sign Language or another format if you need it. It costs you nothing.',
  safety: 'We ask some questions to find out how safe you are.',
  help: 'We tell you what help there is. You decide what you want.',
  refer: ({ referralDays }: PromisedTimes) =>
    `If you want help from another organisation, we send your case to it within ${working(referralDays)}.`,
  pack: 'We offer you a support pack: a diary, a pen, a list of contacts, information about help, and our standards.',
  planHeading: 'Your action plan',
  plan: 'Together we write down who does what by when. You sign it and we sign it.',
  acknowledgement: ({ acknowledgementDays }: PromisedTimes) =>
    `You get a copy of what we agreed within ${acknowledgementDays} days.`,
  frequency: 'We agree how often we contact you, and how.',
  lookHeading: 'When we look into it',
  evidence: ({ investigationWeeks }: PromisedTimes) =>
    `We collect evidence. The first part takes up to ${investigationWeeks} weeks. Then we tell you what we found and talk about what can be done.`,
  permission:
    'We speak to witnesses, neighbours, other organisations and the people responsible only if you give your permission.',
  closeHeading: 'When we close your case',
  close: 'We talk with you before we close your case. We look again at everything that could be done.',
  after: ({ afterCareWeeks }: PromisedTimes) =>
    `We contact you ${afterCareWeeks} weeks later and ask whether it has started again. We also ask what you think of our work.`,
  shareHeading: 'Who knows about it',
  share: 'We share your information only with those you agree to. You can change your mind at any time.',
  danger:
    'If someone is in serious danger, we may have to share it without your agreement. A manager decides that, and we tell you if it is safe.',
  easy: {
    heading: 'How we work with you',
    introduction: ['This leaflet is about what we do.', 'You can ask someone to read it with you.'],
    believe: ['Something bad happened to you.', 'You told us. We believe you.'],
    contact: ({ contactDays }: PromisedTimes) => `We try to contact you in ${working(contactDays)}.`,
    serious: ({ seriousDays }: PromisedTimes) =>
      `If someone hurt you or scared you, we try in ${working(seriousDays)}.`,
    worker: ['One person helps you.', 'This person is your case worker.'],
    second: 'You also get the name of a second person.',
    place: ['We meet you.', 'You choose the place. You can bring someone.'],
    language: ['Do you need an interpreter, sign language or Braille?', 'Tell us. It is free.'],
    safety: ['We ask how safe you are.', 'You do not have to answer.'],
    wishes: ['We ask what you want.', 'You decide.'],
    plan: ['We write a plan with you.', 'The plan says who does what.'],
    copy: ({ acknowledgementDays }: PromisedTimes) => `You get a copy in ${acknowledgementDays} days.`,
    look: ({ investigationWeeks }: PromisedTimes) =>
      `We find out what happened. This can take ${investigationWeeks} weeks.`,
    permission: ['We talk to other people only if you say yes.'],
    share: [
      'We keep your information private.',
      'We share it only if you say yes.',
      'If someone is in danger, we may have to share it.',
    ],
    close: ['We talk to you before we stop.'],
    after: ({ afterCareWeeks }: PromisedTimes) => `We contact you again after ${afterCareWeeks} weeks.`,
    unhappy: ['Are you unhappy with us?', 'Tell us, or ask for a manager.', 'You can make a complaint.'],
    caseReview: [
      'You can ask for an ASB Case Review.',
      'The council, the police and landlords then look at your case together.',
      'We can help you ask.',
    ],
    danger: ['Are you in danger now?', 'Phone 999.'],
  },
} as const
