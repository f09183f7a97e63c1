import type { AlreadyDone } from '../../../db/once.ts'
import { CLIENT_WISH_REFUSALS } from '../../forms/client-wish-entries.server.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { AnswerOptionRefusal } from './answer-option.server.ts'
import type { EndMeasureRefused } from './end-measure.server.ts'
import type { RequestMeasuresRefusal } from './request-measures.server.ts'

type OptionRefusal = AnswerOptionRefusal | RequestMeasuresRefusal | EndMeasureRefused | AlreadyDone

export const OPTION_REFUSALS: RefusalTable<OptionRefusal> = {
  ...CLIENT_WISH_REFUSALS,
  'case-closed': { message: 'The case is closed' },
  'option-always-relevant': { field: 'answer', message: 'Choose what the client says about this option' },
  'not-relevant-reason-missing': { field: 'reason', message: 'Enter why this option is not relevant for the client' },
  'option-not-discussed': {
    message: 'Discuss “Make the home safer” with the client first, and record what the client says',
  },
  'option-not-wanted': {
    message: 'The client’s newest answer is no. If the client has changed their mind, record the new answer first',
  },
  'measure-ended': ({ state }) => ({
    message: `This measure is already ${state}. A colleague recorded it before you. Nothing has changed`,
  }),
  'done-on-missing': { field: 'doneOn', message: 'Enter the day it was done' },
  'done-before-requested': { field: 'doneOn', message: 'Enter a day on or after the day you requested it' },
  'worked-by-missing': { field: 'workedBy', message: 'Enter who did the work' },
  'cancel-reason-missing': { field: 'cancelReason', message: 'Choose why it is cancelled' },
  'already-done': {
    message: 'You have already sent this page, with different answers. Open it again to see what was saved',
  },
}
