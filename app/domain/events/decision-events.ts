import { DECISION_KINDS, type DecisionKind, requestInWords } from '../decisions/decision-request.ts'
import { aboutDecision } from '../notifications/notification-audience.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

const MADE: Readonly<Record<string, string>> = {
  yes: 'A manager said yes',
  no: 'A manager said no',
  asked_back: 'A manager asked a question first',
}

/** Events about what a manager decides on a case. */
export const DECISION_EVENTS = {
  'decision-asked': {
    group: 'option',
    title: ({ decisionKind, scope, previousId }) => {
      const what = lowerFirst(requestInWords(decisionKind as DecisionKind, scope))
      return previousId ? `Answered the manager’s question: ${what}` : `Asked a manager: ${what}`
    },
    notifies: aboutDecision('decision-asked', () => ({ staffIds: [], managers: true })),
  },
  'decision-made': {
    group: 'option',
    title: ({ decision }) => MADE[decision] ?? 'A manager decided',
    detail: ({ decisionKind }) => labelOf(DECISION_KINDS, decisionKind),
    notifies: aboutDecision('decision-made', ({ requestedBy }) => ({ staffIds: [requestedBy] })),
  },
} satisfies Partial<CaseEventTable>
