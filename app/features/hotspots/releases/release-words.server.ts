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
  incidents: 'A number stands for 10 to 100 incidents at least',
  clients: 'A number stands for 5 to 50 clients at least',
  greatestShare: 'One client has at most 50 per cent of a number',
  residualClients: 'At least 3 to 30 clients are left when agencies take their own away',
  rounding: 'Numbers are rounded to 5, or to more, up to 50',
  finest: 'Hexagons are of size 8 or wider: 8, 7, 6 or 5',
}

const WORDS: Record<Exclude<Refusal['kind'], 'looser-than-allowed'>, Words> = {
  'not-found': { status: 404, field: '', message: 'There is no such release' },
  'not-allowed': { status: 403, field: '', message: 'Only the coordinator and the portal’s administrator may do this' },
  'unknown-period': { status: 422, field: 'period', message: 'Choose a quarter, a half or a year' },
  'not-over': { status: 409, field: 'period', message: 'This period is not over yet: its incidents still come in' },
  published: { status: 409, field: 'period', message: 'This period, or a part of it, is published already' },
  'under-way': { status: 409, field: 'period', message: 'A release of this period is under way' },
  'not-built': { status: 409, field: '', message: 'This release is not waiting to be proposed' },
  'attack-succeeded': { status: 409, field: '', message: 'An attack on this release succeeded, so nobody may see it' },
  'not-proposed': { status: 409, field: '', message: 'This release is not waiting for a decision' },
  'own-proposal': { status: 403, field: '', message: 'You proposed this: another person decides' },
  'same-person': { status: 403, field: '', message: NOT_A_SECOND_PERSON },
  unchanged: { status: 422, field: '', message: 'These are the rules already in force' },
  'proposed-already': {
    status: 409,
    field: '',
    message: 'Other rules are waiting for a decision: decide on those first',
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
