/** Languages the form suggests; any other is typed (docs/practice.md). */
export const LANGUAGES = [
  'English',
  'Albanian',
  'Arabic',
  'Bengali',
  'British Sign Language',
  'Cantonese',
  'Farsi',
  'French',
  'Kurdish (Sorani)',
  'Mandarin',
  'Polish',
  'Portuguese',
  'Romanian',
  'Somali',
  'Spanish',
  'Tigrinya',
  'Ukrainian',
  'Urdu',
] as const

interface CommunicationNeed {
  label: string
  /** One or two words, for a tag in a list. */
  short: string
  /** `talking`: arrange it before a call or meeting. `reading`: the format of everything we write to them. */
  kind: 'talking' | 'reading'
}

/** What a client needs in order to talk and to read; it travels with every referral (G5, G6). */
export const COMMUNICATION_NEEDS = {
  bsl_interpreter: { label: 'British Sign Language interpreter', short: 'BSL', kind: 'talking' },
  lip_speaker: { label: 'Lip-speaker', short: 'Lip-speaker', kind: 'talking' },
  hearing_loop: { label: 'Hearing loop', short: 'Hearing loop', kind: 'talking' },
  text_relay: { label: 'Calls by text relay', short: 'Text relay', kind: 'talking' },
  supporter_present: { label: 'A supporter or advocate beside them', short: 'Supporter', kind: 'talking' },
  large_print: { label: 'Large print', short: 'Large print', kind: 'reading' },
  braille: { label: 'Braille', short: 'Braille', kind: 'reading' },
  audio: { label: 'Audio', short: 'Audio', kind: 'reading' },
  easy_read: { label: 'Easy Read', short: 'Easy Read', kind: 'reading' },
  plain_email: { label: 'E-mail in plain text', short: 'Plain e-mail', kind: 'reading' },
  bsl_video: { label: 'British Sign Language video', short: 'BSL video', kind: 'reading' },
  read_aloud: { label: 'Has things read to them', short: 'Read aloud', kind: 'reading' },
} as const satisfies Record<string, CommunicationNeed>

export type CommunicationNeedId = keyof typeof COMMUNICATION_NEEDS

const COMMUNICATION_NEED_IDS = Object.keys(COMMUNICATION_NEEDS) as CommunicationNeedId[]

/** The client's language, or 'Not asked'. */
export function languageInWords(language: string): string {
  return language || 'Not asked'
}

/** The tag to show before a telephone number; none for English, or if the interpreter tag names the language. */
export function languageTags({ language, interpreterNeeded }: { language: string; interpreterNeeded: boolean }) {
  if (interpreterNeeded || language === 'English') return []
  return [language ? `Speaks ${language}` : 'Language not asked']
}

/** No interpreter for English: packages sent earlier name English where the language was not asked. */
function interpreterTag(language: string): string {
  return language === '' || language === 'English' ? 'Interpreter: ask which language' : `${language} interpreter`
}

/** The tags to show before a telephone number, interpreter first: ['Arabic interpreter', 'Easy Read']. */
export function needTags(needs: {
  language: string
  interpreterNeeded: boolean
  communicationNeeds: readonly string[]
}): string[] {
  const interpreter = needs.interpreterNeeded ? [interpreterTag(needs.language)] : []
  return [
    ...interpreter,
    ...COMMUNICATION_NEED_IDS.filter((id) => needs.communicationNeeds.includes(id)).map(
      (id) => COMMUNICATION_NEEDS[id].short,
    ),
  ]
}
