import type { QuietCase } from '../quiet-case.ts'
import { mobile } from '../reach.ts'

/** Ordinary cases of Albion Terrace Housing Association. */
export const QUIET_ALBION: readonly QuietCase[] = [
  {
    worker: 'meiling',
    received: 38,
    investigatedAfter: 8,
    report: {
      clientName: 'Wing-Yan Lau',
      ...mobile(311),
      language: 'Cantonese',
      interpreterNeeded: 'yes',
      interpreterNote: 'Cantonese, not Mandarin',
      account:
        'They cough and pull their eyes when my mother hangs out the washing. Last week they pulled the line down.',
      strands: ['race'],
      types: ['harassment_repeated', 'criminal_damage'],
      locationType: 'home',
      ward: 'Greenbank Park',
      wishes: 'My mother would like an apology in her own language.',
    },
    referrals: [
      { to: 'unitySteps', purpose: 'support', on: 35, course: 'helped', said: { language: 'Cantonese' } },
      { to: 'cohesion', purpose: 'enforcement', on: 33, course: 'helped', late: 2 },
    ],
  },
  {
    worker: 'meiling',
    received: 17,
    investigatedAfter: 8,
    report: {
      clientName: 'Shanice Duncan',
      ...mobile(312, { preferredMethod: 'text' }),
      account: 'He films me and my girlfriend from the window opposite and posts it with a laughing face.',
      strands: ['sexual_orientation'],
      types: ['online_communications', 'harassment_repeated'],
      locationType: 'home',
      ward: 'Mossley Hill',
      wishes: 'We want the film gone and a curtain on his side.',
    },
    again: [5, 'A new film, with our house number in it.'],
    referrals: [
      { to: 'constabulary', purpose: 'investigation', on: 14, course: 'client-said-no' },
      { to: 'wharf', purpose: 'support', on: 8, course: 'news' },
      { to: 'beacon', purpose: 'support', on: 3, course: 'tried' },
    ],
  },
  {
    worker: 'joe',
    received: 44,
    investigatedAfter: 9,
    report: {
      clientName: 'Emmanuel Nkrumah-Jones',
      ...mobile(313),
      account: 'My crutches were thrown into the canal by boys who said I was faking. I swim badly.',
      strands: ['disability'],
      types: ['assault_no_injury', 'theft_robbery'],
      violence: 'yes',
      locationType: 'park_beach',
      ward: 'Kirkdale East',
      wishes: 'New crutches, and the boys to be spoken to.',
    },
    referrals: [
      { to: 'openDoor', purpose: 'support', on: 41, course: 'helped' },
      { to: 'constabulary', purpose: 'investigation', on: 41, course: 'asked-then-helped' },
      { to: 'beacon', purpose: 'support', on: 40, course: 'agency-withdrew' },
    ],
  },
  {
    worker: 'joe',
    received: 12,
    investigatedAfter: 7,
    report: {
      clientName: 'Anca and Florin Popa',
      ...mobile(314),
      language: 'Romanian',
      account: 'Every morning our recycling is turned over and the word is written on the lid.',
      strands: ['race'],
      types: ['objects_thrown_rubbish_letterbox', 'graffiti_offensive'],
      locationType: 'home',
      ward: 'Norris Green',
      wishes: 'We only want to be good neighbours.',
    },
    referrals: [
      { to: 'streetScene', purpose: 'repairs_security', on: 9, course: 'tried', late: 2 },
      { to: 'unitySteps', purpose: 'support', on: 2, course: 'waiting' },
    ],
  },
  {
    worker: 'joe',
    received: 13,
    investigatedAfter: 8,
    report: {
      clientName: 'Precious Moyo',
      ...mobile(315, { safeTimes: 'Before nine' }),
      account: 'She tells my carers to go back where they came from and blocks the door with her pram.',
      strands: ['race'],
      perceivedBy: ['client', 'professional'],
      types: ['verbal_abuse'],
      locationType: 'residential_care',
      ward: 'Belle Vale',
      wishes: 'My carers are good to me. I do not want to lose them.',
    },
    referrals: [
      { to: 'constabulary', purpose: 'enforcement', on: 10, course: 'declined' },
      { to: 'cohesion', purpose: 'support', on: 5, course: 'in-contact' },
    ],
  },
]
