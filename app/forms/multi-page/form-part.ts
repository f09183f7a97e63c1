/** One option of a question. */
interface PartChoice {
  value: string
  label: string
  hint?: string
}

interface Question {
  /** The field's name in the schema of the page. */
  name: string
  label: string
  hint?: string
}

/** A question of a form, as data. Only the server has the whole form; the browser loads no code for single pages. */
export type FormPart =
  | (Question & { kind: 'text'; type?: 'text' | 'email' | 'tel'; width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 })
  | (Question & { kind: 'long-text'; rows?: number; maxLength?: number })
  | (Question & { kind: 'date'; withTime?: boolean })
  | (Question & { kind: 'radios'; choices: readonly PartChoice[]; inline?: boolean })
  | (Question & { kind: 'checkboxes'; choices: readonly PartChoice[]; small?: boolean })
