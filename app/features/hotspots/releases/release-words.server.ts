import { NOT_A_SECOND_PERSON } from '../../../domain/partnership/second-person.ts'
import type { DecideRulesRefusal } from '../rules/decide-rules.server.ts'
import type { ProposeRulesRefusal } from '../rules/propose-rules.server.ts'
import type { AskReleaseRefusal } from './ask-release.server.ts'
import type { DecideReleaseRefusal } from './decide-release.server.ts'
import type { ProposeReleaseRefusal } from './propose-release.server.ts'

type Refusal =
  | AskReleaseRefusal
  | ProposeReleaseRefusal
  | DecideReleaseRefusal
  | ProposeRulesRefusal
  | DecideRulesRefusal
  | { kind: 'already-done' }

interface Words {
  status: number
  field: string
  message: string
}

/** Which numbers may change in which direction, in words. */
const LOOSER: Record<string, string> = {
  incidents: 'Enter a minimum of 10 to 100 incidents',
  clients: 'Enter a minimum of 5 to 50 clients',
  greatestShare: 'Enter a share of 50 per cent or less',
  residualClients: 'Enter a minimum of 3 to 30 clients left',
  rounding: 'Enter a rounding from 5 to 50',
  finest: 'Enter a hexagon size of 8, 7, 6 or 5',
}

const WORDS: Record<Exclude<Refusal['kind'], 'looser-than-allowed'>, Words> = {
  'not-found': { status: 404, field: '', message: 'We cannot find this release' },
  'not-allowed': { status: 403, field: '', message: 'Only the coordinator and the portal’s administrator can do this' },
  'unknown-period': { status: 422, field: 'period', message: 'Choose a quarter, a half or a year' },
  'not-over': { status: 409, field: 'period', message: 'This period is not over yet. Choose an earlier period' },
  published: { status: 409, field: 'period', message: 'This period, or a part of it, is published already' },
  'under-way': { status: 409, field: 'period', message: 'A release of this period is under way' },
  'not-built': { status: 409, field: '', message: 'This release is not waiting to be proposed' },
  'attack-succeeded': { status: 409, field: '', message: 'An attack on this release succeeded, so no one may see it' },
  'not-proposed': { status: 409, field: '', message: 'This release is not waiting for a decision' },
  'own-proposal': { status: 403, field: '', message: 'You proposed this. Another person must decide' },
  'same-person': { status: 403, field: '', message: NOT_A_SECOND_PERSON },
  unchanged: { status: 422, field: '', message: 'These are the rules already in force' },
  'proposed-already': {
    status: 409,
    field: '',
    message: 'Other rules are already waiting for a decision. Decide on those first',
  },
  'not-open': { status: 409, field: '', message: 'These rules are not waiting for a decision' },
  'already-done': {
    status: 409,
    field: '',
    message: 'You have already sent this form, with different answers. Open the page again',
  },
}

/** A refusal about releases or their rules in words, with its status and the field it belongs to. */
export function releaseRefusalWords(refusal: Refusal): Words {
  if (refusal.kind !== 'looser-than-allowed') return WORDS[refusal.kind]
  return { status: 422, field: refusal.field, message: LOOSER[refusal.field] ?? '' }
}
