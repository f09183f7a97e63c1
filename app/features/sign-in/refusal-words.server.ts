import { sayWait } from '../../access/rate-limit.server.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { EnrolmentRefusal } from './enrol-second-factor.server.ts'
import type { WeakPassword } from './new-password.server.ts'
import type { FactorRefusal } from './second-factor.server.ts'

type Refusal = FactorRefusal | WeakPassword | EnrolmentRefusal | { kind: 'invitation-over' }

/** Without 'wrong': each page words that itself, since only the page knows what it asked for. */
export const SIGN_IN_REFUSALS: RefusalTable<Exclude<Refusal, { kind: 'wrong' }>> = {
  used: { field: 'code', message: 'This code has been used. Wait for the next one' },
  weak: ({ why }) => ({ field: 'password', message: why }),
  wait: ({ seconds }) => ({ status: 429, message: `Too many attempts. Wait ${sayWait(seconds)}, then try again` }),
  'offer-too-old': { message: 'This page was open for too long. Scan the new code below' },
  'enrolled-already': { message: 'You have already set up an app. Sign in with its code' },
  'invitation-over': { message: 'This link no longer works. Ask the person who invited you for a new one' },
}
