import type { CaseOption } from '../options/option.ts'
import type { Actor } from '../partnership/actor.ts'
import { done, type Result, refused } from '../result.ts'

interface Kind {
  label: string
  /** The option of G7 that it carries out. The agency then needs the client's wish (G8). */
  option: CaseOption | null
  /** What exactly is requested, where there is a choice. */
  scopes: Readonly<Record<string, { label: string }>>
}

/** What a manager decides on a case, besides sharing without consent. */
export const DECISION_KINDS = {
  rehousing: {
    label: 'Move the client to another home',
    option: 'rehousing',
    scopes: { temporary: { label: 'For some time' }, permanent: { label: 'For good' } },
  },
  storage: { label: 'Store belongings somewhere else', option: 'storage', scopes: {} },
  lower_risk: {
    label: 'Lower the risk level',
    option: null,
    scopes: { medium: { label: 'To medium' }, standard: { label: 'To standard' } },
  },
} as const satisfies Record<string, Kind>

export type DecisionKind = keyof typeof DECISION_KINDS

/** The row of a kind, widened so that one function can read them all. */
export function decisionKindOf(kind: DecisionKind): Kind {
  return DECISION_KINDS[kind]
}

/** What is requested, in words: the kind, and which of its scopes. */
export function requestInWords(kind: DecisionKind, scope: string): string {
  const { label, scopes } = decisionKindOf(kind)
  return [label, scopes[scope]?.label.toLowerCase()].filter(Boolean).join(' ')
}

/** A request is decided once. Asking back ends it too: the answer is a new request, which remembers this one. */
export const DECISIONS = {
  asked: { label: 'Waiting for a manager' },
  yes: { label: 'Yes' },
  no: { label: 'No' },
  asked_back: { label: 'Question to the person who asked' },
} as const satisfies Record<string, { label: string }>

export type Decision = keyof typeof DECISIONS

export type MadeDecision = Exclude<Decision, 'asked'>

export interface DecisionRequest {
  agencyId: string
  kind: DecisionKind
  decision: Decision
  requestedBy: string
}

export type AskDecisionRefusal = { kind: 'scope-missing' } | { kind: 'scope-unknown' }

/** The scope that a kind needs, and none where it has no choice. */
export function checkScope(kind: DecisionKind, scope: string): Result<string, AskDecisionRefusal> {
  const { scopes } = decisionKindOf(kind)
  if (Object.keys(scopes).length === 0) return done('')
  if (scope === '') return refused({ kind: 'scope-missing' })
  return Object.hasOwn(scopes, scope) ? done(scope) : refused({ kind: 'scope-unknown' })
}

export type MakeDecisionRefusal =
  | { kind: 'own-request' }
  | { kind: 'same-person' }
  | { kind: 'not-a-manager' }
  | { kind: 'other-agency' }
  | { kind: 'already-decided'; decision: MadeDecision }
  | { kind: 'note-missing'; decision: 'no' | 'asked_back' }

/** Another manager of the same agency decides, once. A no needs its reason, and asking back its question. */
export function checkDecision(
  request: DecisionRequest,
  manager: Pick<Actor, 'agencyId' | 'staffId' | 'role'>,
  { decision, note }: { decision: MadeDecision; note: string },
): Result<MadeDecision, MakeDecisionRefusal> {
  if (request.agencyId !== manager.agencyId) return refused({ kind: 'other-agency' })
  if (request.decision !== 'asked') return refused({ kind: 'already-decided', decision: request.decision })
  if (request.requestedBy === manager.staffId) return refused({ kind: 'own-request' })
  if (manager.role !== 'manager') return refused({ kind: 'not-a-manager' })
  if (decision !== 'yes' && !note.trim()) return refused({ kind: 'note-missing', decision })
  return done(decision)
}

export type AnswerBackRefusal = { kind: 'not-asked-back' } | { kind: 'not-the-asker' }

/** Who asked answers the manager's question: anyone else could then be their own second person. */
export function checkAnswerBack(
  request: DecisionRequest,
  asker: Pick<Actor, 'staffId'>,
): Result<null, AnswerBackRefusal> {
  if (request.decision !== 'asked_back') return refused({ kind: 'not-asked-back' })
  return request.requestedBy === asker.staffId ? done(null) : refused({ kind: 'not-the-asker' })
}
