/** The data of the events about what a manager decides. The reasons stay in the request. */
export interface DecisionEventData {
  'decision-asked': { decisionId: string; decisionKind: string; scope: string; wantedBy: string; previousId?: string }
  'decision-made': { decisionId: string; decisionKind: string; decision: string }
}
