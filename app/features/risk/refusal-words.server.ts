import type { AlreadyDone } from '../../../db/once.ts'
import { RISK_QUESTION_IDS } from '../../domain/risk/risk-question.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { ChangeRiskLevelRefusal } from './change-risk-level.server.ts'
import type { CheckRiskRefusal } from './check-risk.server.ts'

const CHANGED_SINCE =
  'A colleague recorded a risk check or a new level after you opened this page. Your answers are still here. Look at the risk of the case, then send this again'
const ALREADY_DONE = 'You have already sent this form, with different answers. Open the case to see what was saved'

export const CHECK_RISK_REFUSALS: RefusalTable<CheckRiskRefusal | AlreadyDone> = {
  'contact-not-possible': { message: 'Contact with this client is not possible, so no risk check can be done' },
  'changed-since': { message: CHANGED_SINCE },
  'questions-left': ({ questions }) => ({
    errors: questions.map((question) => ({
      field: question,
      message: `Choose an answer to question ${RISK_QUESTION_IDS.indexOf(question) + 1}`,
    })),
  }),
  'nothing-answered': {
    field: 'completedWith',
    message: 'The client answered no question. Choose “The client declined the risk check”',
  },
  'answers-although-declined': {
    field: 'completedWith',
    message: 'You recorded answers. Choose “Partly with the client”, or mark each question “I would rather not say”',
  },
  'judgement-missing': { field: 'judgedLevel', message: 'Choose the level in your judgement' },
  'judgement-reason-missing': { field: 'judgementReason', message: 'Enter the reason for your judgement' },
  'warning-stands': {
    field: 'judgedLevel',
    message: 'Choose High. A warning answer of an earlier check still applies',
  },
  'not-a-manager': {
    field: 'judgedLevel',
    message: 'Choose the level of today or a higher one. Only a manager can lower it',
  },
  'already-done': { message: ALREADY_DONE },
}

export const RISK_LEVEL_REFUSALS: RefusalTable<ChangeRiskLevelRefusal | AlreadyDone> = {
  'no-risk-check': { message: 'Do a risk check first. Then you can raise or lower its level' },
  'nothing-changes': { field: 'to', message: 'Choose another level than the one of today' },
  'warning-stands': {
    status: 403,
    field: 'to',
    message: 'The level stays High while a warning answer applies. Do a new risk check with the client',
  },
  'not-a-manager': {
    status: 403,
    field: 'to',
    message: 'Only a manager can lower the level. Ask a manager to lower it',
  },
  'reason-missing': ({ direction }) => ({
    field: direction === 'raised' ? 'raiseReason' : 'lowerReason',
    message: direction === 'raised' ? 'Choose why you raise the level' : 'Choose why you lower the level',
  }),
  'changed-since': { message: CHANGED_SINCE },
  'already-done': { message: ALREADY_DONE },
}
