import type { AlreadyDone } from '../../../db/once.ts'
import { NOT_A_SECOND_PERSON } from '../../domain/partnership/second-person.ts'
import { CLIENT_WISH_REFUSALS } from '../../forms/client-wish-entries.server.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { AnswerQuestionRefusal } from './answer-question.server.ts'
import type { AskDecisionRefused } from './ask-decision.server.ts'
import type { CarryOutRefused } from './carry-out-decision.server.ts'
import type { MakeDecisionRefused } from './make-decision.server.ts'

type DecisionRefusal = AskDecisionRefused | AnswerQuestionRefusal | MakeDecisionRefused | CarryOutRefused | AlreadyDone

export const DECISION_REFUSALS: RefusalTable<DecisionRefusal> = {
  ...CLIENT_WISH_REFUSALS,
  'client-wish-missing': { field: 'clientWish', message: 'Choose what the client wants' },
  'scope-missing': { field: 'scope', message: 'Choose what you ask for' },
  'scope-unknown': { field: 'scope', message: 'Choose one of the answers listed' },
  'option-not-discussed': {
    message: 'Discuss this option with the client first, and record what the client says',
  },
  'option-not-wanted': {
    message: 'The client’s newest answer is no. If the client has changed their mind, record the new answer first',
  },
  'no-risk-check': { message: 'Check the risk with the client first. There is no level to lower yet' },
  'nothing-changes': { message: 'The risk level is not higher than this, so there is nothing to lower' },
  'warning-stands': {
    message: 'An answer with a warning keeps the level high. Check the risk again with the client first',
  },
  'risk-changed-since': {
    message: 'The level was checked or changed after this request. Say no, or ask the person who asked about it',
  },
  'already-waiting': { message: 'A request of this kind already waits for a manager in this case' },
  'case-closed': { message: 'The case is closed' },
  'own-request': { status: 403, message: 'You asked for this yourself. Another manager must decide' },
  'same-person': { status: 403, message: NOT_A_SECOND_PERSON },
  'not-a-manager': { status: 403, message: 'Only a manager can decide this' },
  'other-agency': { status: 403, message: 'Only a manager of your own agency can decide this' },
  'already-decided': { message: 'Another manager has already decided this. Open it again to see the decision' },
  'reason-missing': { field: 'note', message: 'Enter why the level is lower' },
  'note-missing': ({ decision }) => ({
    field: 'note',
    message:
      decision === 'no'
        ? 'Enter why you say no. The person who asked sees this'
        : 'Enter your question. The person who asked sees it',
  }),
  'not-asked-back': { message: 'No question of a manager waits for an answer here' },
  'not-the-asker': { status: 403, message: 'Only the person who asked can answer the manager’s question' },
  'already-answered': { message: 'You have already answered this question' },
  'not-authorised': { message: 'A manager has not said yes to this' },
  'nothing-to-carry-out': 'not-found',
  'rehoused-on-missing': { field: 'rehousedOn', message: 'Enter the day the client moved' },
  'stored-from-missing': { field: 'storedFrom', message: 'Enter the day the belongings were stored' },
  'stored-where-missing': { field: 'storedWhere', message: 'Enter where the belongings are' },
  'stored-to-before-from': { field: 'storedTo', message: 'Enter a last day on or after the first day' },
  'changed-since': {
    message:
      'A colleague changed these dates since you opened this page. Your entries are still here. Check what changed, then save again',
  },
  'already-done': {
    message: 'You have already sent this page, with different answers. Open it again to see what was saved',
  },
}
