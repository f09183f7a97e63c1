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

/** A question that has one answer, or several of a list. */
export type QuestionPart =
  | (Question & { kind: 'text'; type?: 'text' | 'email' | 'tel'; width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 })
  | (Question & { kind: 'long-text'; rows?: number; maxLength?: number })
  | (Question & { kind: 'date'; withTime?: boolean })
  | (Question & { kind: 'radios'; choices: readonly PartChoice[]; inline?: boolean })
  // A long list that few people need is folded until one of it is chosen.
  | (Question & { kind: 'checkboxes'; choices: readonly PartChoice[]; small?: boolean; folded?: boolean })

/** Several of one thing, each in a row of the same questions. Its schema is a `repeatingGroup`. */
export interface GroupPart {
  kind: 'group'
  /** The group's name in the schema. */
  name: string
  heading: string
  hint?: string
  /** What one row is: "Holiday". */
  item: string
  /** The highest number of rows. */
  most: number
  parts: readonly QuestionPart[]
}

/** A part of a form, as data. Only the server has the whole form; the browser loads no code for single pages. */
export type FormPart = QuestionPart | GroupPart
