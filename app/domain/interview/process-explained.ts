import { PAPER_FORMATS } from '../papers/paper-format.ts'

/** How the client was informed of what happens next (R7). */
export const PROCESS_WAYS = {
  said: { label: 'I said it' },
  read_aloud: { label: 'I read the leaflet aloud' },
  leaflet_given: { label: 'I gave the leaflet' },
  leaflet_sent: { label: 'I sent the leaflet in a safe way' },
  interpreted: { label: 'An interpreter explained it' },
} as const satisfies Record<string, { label: string }>

export const PROCESS_FORMATS = {
  spoken: { label: 'Spoken only' },
  ...PAPER_FORMATS,
  audio: { label: 'Audio' },
  bsl: { label: 'British Sign Language' },
} as const satisfies Record<string, { label: string }>

/** What may improve if the client continues (G9). Help never depends on it. */
export const ENCOURAGEMENT_BENEFITS = {
  safer: { label: 'We can make the client and the home safer' },
  support: { label: 'Support is there, whatever the client decides' },
  pattern: { label: 'What the client says helps to see a pattern' },
  others: { label: 'It may protect others' },
  evidence: { label: 'Evidence can be kept now and used later' },
  action: { label: 'It makes action against the people responsible possible' },
} as const satisfies Record<string, { label: string }>

export const ENCOURAGEMENT_RESPONSES = {
  wants_to_continue: { label: 'The client wants to continue' },
  wants_time: { label: 'The client wants time to think' },
  only_support: { label: 'The client wants support only' },
  does_not_want: { label: 'The client does not want to continue' },
} as const satisfies Record<string, { label: string }>

export const SUPPORT_DISCUSSED = {
  yes: { label: 'Yes, and who could give it' },
  client_declined: { label: 'No. The client did not want to talk about it' },
} as const satisfies Record<string, { label: string }>
