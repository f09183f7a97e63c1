/** One answer among several. */
interface PartChoice {
  value: string
  label: string
  hint?: string
}

interface Question {
  /** As the schema of the page calls it. */
  name: string
  label: string
  hint?: string
}

/** A question of a form as data: no page writes its controls, and the server alone knows the whole form. */
export type FormPart =
  | (Question & { kind: 'text'; type?: 'text' | 'email' | 'tel'; width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 })
  | (Question & { kind: 'long-text'; rows?: number; maxLength?: number })
  | (Question & { kind: 'date'; withTime?: boolean })
  | (Question & { kind: 'radios'; choices: readonly PartChoice[]; inline?: boolean })
  | (Question & { kind: 'checkboxes'; choices: readonly PartChoice[]; small?: boolean })
