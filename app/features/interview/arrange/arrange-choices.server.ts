import {
  CHANGE_REASONS,
  COMPANIONS,
  INTERVIEW_PLACES,
  PLACE_CHOOSERS,
} from '../../../domain/interview/interview-place.ts'
import { INTERVIEW_LENGTHS } from './arrange-entries.server.ts'
import type { ArrangeChoices } from './interview-form.tsx'

const choicesFrom = (vocabulary: Readonly<Record<string, { label: string }>>) =>
  Object.entries(vocabulary).map(([value, { label }]) => ({ value, label }))

export const ARRANGE_CHOICES: ArrangeChoices = {
  places: Object.entries(INTERVIEW_PLACES).map(([value, { label, asks }]) => ({ value, label, hint: asks })),
  choosers: choicesFrom(PLACE_CHOOSERS),
  companions: choicesFrom(COMPANIONS),
  lengths: choicesFrom(INTERVIEW_LENGTHS),
  reasons: choicesFrom(CHANGE_REASONS),
}
