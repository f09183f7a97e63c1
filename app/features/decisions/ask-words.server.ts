import { type DecisionKind, decisionKindOf } from '../../domain/decisions/decision-request.ts'
import type { AskFormWords } from './ask-form.tsx'

const WORDS: Readonly<Record<DecisionKind, Omit<AskFormWords, 'scopes'>>> = {
  rehousing: {
    scopeLabel: 'For how long?',
    reasonLabel: 'Why is this an exceptional case?',
    reasonHint: 'Say what makes the home unsafe, and what else you tried. The manager reads this.',
    wishLabel: 'Does the client agree that you ask for this?',
  },
  storage: {
    scopeLabel: '',
    reasonLabel: 'Why is this an exceptional case?',
    reasonHint: 'Say what has to be stored, for how long, and why. The manager reads this.',
    wishLabel: 'Does the client agree that you ask for this?',
  },
  lower_risk: {
    scopeLabel: 'To which level?',
    reasonLabel: 'Why is the risk lower now?',
    reasonHint: 'Say what has changed since the last risk check. The manager reads this.',
    wishLabel: null,
  },
}

export function askFormWords(kind: DecisionKind): AskFormWords {
  const scopes = Object.entries(decisionKindOf(kind).scopes).map(([value, { label }]) => ({ value, label }))
  return { ...WORDS[kind], scopes }
}
