import type { AlreadyDone } from '../../../../db/once.ts'
import { NOT_A_SECOND_PERSON } from '../../../domain/partnership/second-person.ts'
import type { RefusalTable } from '../../../forms/refusal-table.server.ts'
import type { DecideRulesRefusal } from '../rules/decide-rules.server.ts'
import type { ProposeRulesRefusal } from '../rules/propose-rules.server.ts'
import type { AskReleaseRefusal } from './ask-release.server.ts'
import type { DecideReleaseRefusal } from './decide-release.server.ts'
import type { ProposeReleaseRefusal } from './propose-release.server.ts'

export type ReleaseRefusal =
  | AskReleaseRefusal
  | ProposeReleaseRefusal
  | DecideReleaseRefusal
  | ProposeRulesRefusal
  | DecideRulesRefusal
  | AlreadyDone

const LOOSER: Record<string, string> = {
  incidents: 'Enter a minimum of 10 to 100 incidents',
  clients: 'Enter a minimum of 5 to 50 clients',
  greatestShare: 'Enter a share of 50 per cent or less',
  residualClients: 'Enter a minimum of 3 to 30 clients left',
  rounding: 'Enter a rounding from 5 to 50',
  finest: 'Enter a hexagon size of 8, 7, 6 or 5',
}

export const RELEASE_REFUSALS: RefusalTable<ReleaseRefusal> = {
  'not-allowed': { status: 403, message: 'Only the coordinator and the portal’s administrator can do this' },
  'unknown-period': { field: 'period', message: 'Choose a quarter, a half or a year' },
  'not-over': { field: 'period', message: 'This period is not over yet. Choose an earlier period' },
  published: { field: 'period', message: 'This period, or a part of it, is published already' },
  'under-way': { field: 'period', message: 'A release of this period is under way' },
  'not-built': { message: 'This release is not waiting to be proposed' },
  'attack-succeeded': { message: 'An attack on this release succeeded, so no one may see it' },
  'not-proposed': { message: 'This release is not waiting for a decision' },
  'own-proposal': { status: 403, message: 'You proposed this. Another person must decide' },
  'same-person': { status: 403, message: NOT_A_SECOND_PERSON },
  unchanged: { status: 422, message: 'These are the rules already in force' },
  'proposed-already': {
    message: 'Other rules are already waiting for a decision. Decide on those first',
  },
  'not-open': { message: 'These rules are not waiting for a decision' },
  'already-done': {
    message: 'You have already sent this form, with different answers. Open the page again',
  },
  'looser-than-allowed': ({ field }) => ({ field, message: LOOSER[field] ?? '' }),
}
