import type { InterviewSection } from '../../../domain/interview/interview-section.ts'
import { dayInWords, isDay } from '../../../domain/time/calendar-day.ts'
import { type FormState, fieldValue, fieldValues } from '../../../forms/form-state.ts'
import type { QuestionPart } from '../../../forms/multi-page/form-part.ts'
import { findPage } from '../../../forms/multi-page/page-input.server.ts'
import { INTERVIEW_FORM } from './interview-pages.server.ts'
import type { SavedInterview } from './saved-interview.ts'

export interface AnswerInWords {
  question: string
  answer: string
}

/** What is saved of a section, question by question; empty answers are left out. */
export function answersInWords(saved: SavedInterview, section: InterviewSection): AnswerInWords[] {
  const page = findPage(INTERVIEW_FORM, section)
  const form: FormState = { values: page.answers(saved), errors: [] }
  return page
    .parts(saved)
    .flatMap((part) => (part.kind === 'group' ? [] : [{ question: part.label, answer: answerOf(part, form) }]))
    .filter(({ answer }) => answer !== '')
}

function answerOf(part: QuestionPart, form: FormState): string {
  if (part.kind === 'date') return dayOf(form, part.name)
  if (part.kind === 'radios' || part.kind === 'checkboxes') {
    const chosen = fieldValues(form, part.name)
    return part.choices.flatMap(({ value, label }) => (chosen.includes(value) ? [label] : [])).join('. ')
  }
  return fieldValue(form, part.name)
}

function dayOf(form: FormState, name: string): string {
  const box = (part: string) => fieldValue(form, `${name}-${part}`).padStart(2, '0')
  const day = `${box('year')}-${box('month')}-${box('day')}`
  return isDay(day) ? dayInWords(day) : ''
}
