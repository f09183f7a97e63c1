import { heading, paragraph } from '../blocks.ts'
import type { Block } from '../paper.ts'
import type { PaperWords } from '../words/paper-words.ts'

/** An agency as a paper names it. An empty text means not known. */
export interface AgencyOnPaper {
  name: string
  phone: string
  email: string
  hours: string
}

/** Who on the agency's side a client may ask for. An empty phone number means the agency's own. */
export interface PersonOnPaper {
  name: string
  phone: string
}

export function waysToContactUs(agency: AgencyOnPaper, words: PaperWords['shared']): string[] {
  return [
    agency.phone ? words.phone(agency.phone) : words.email(agency.email),
    agency.hours ? words.hours(agency.hours) : '',
  ]
}

export function emergencyBlocks(words: PaperWords['shared']): Block[] {
  return [heading(words.emergencyHeading), paragraph(words.emergency)]
}
