/** The data of the events about the five options. Never what the client said, nor where anything is. */
export interface OptionEventData {
  'option-answered': { answerId: string; option: string; answer: string }
  'measure-requested': { measureId: string; measureKind: string; requestedOn: string }
  'measure-done': { measureId: string; measureKind: string; doneOn: string }
  'measure-cancelled': { measureId: string; measureKind: string; reason: string }
  'client-rehoused': { decisionId: string; rehousing: string; rehousedOn: string }
  'belongings-stored': { decisionId: string; storedFrom: string; storedTo: string | null }
}
