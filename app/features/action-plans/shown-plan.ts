import type { ActionState } from '../../domain/plans/plan-action.ts'
import type { TagColour } from '../../ui/tag.tsx'

/** An action in words, as a page shows it. */
export interface ShownAction {
  actionId: string
  what: string
  why: string
  who: string
  dueOn: string
  status: { word: string; colour: TagColour } | null
  /** The result, or ''. */
  note: string
  state: ActionState | null
}

export interface ShownSignature {
  signatureId: string
  title: string
  at: Date
  /** Name, reason, witness and the like, each in a sentence. */
  lines: string[]
  /** The path of an SVG, or ''. */
  drawing: string
}

/** One version of a plan in words. */
export interface ShownPlan {
  planId: string
  version: number
  stateLabel: string
  fingerprint: string
  agreedAt: Date | null
  agreedHow: string
  contact: { frequency: string; channel: string; by: string; reason: string } | null
  alternative: { name: string; phone: string } | null
  ours: ShownAction[]
  theirs: ShownAction[]
  /** What is said where the client has no action. */
  noClientActions: string
  signatures: ShownSignature[]
}
