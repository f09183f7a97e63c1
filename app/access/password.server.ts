import { setTimeout } from 'node:timers/promises'
import { hash, verify } from '@node-rs/argon2'
import { fairQueue } from './fair-queue.ts'

/** Argon2id, the library's default, with OWASP's minimum: 19 MiB, two passes, one lane; about 14 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password that nobody knows, so that checking an unknown person takes as long as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$U4bjfrVaUR9CQ/HN5VAHOw$qiwMfo1yxSSzGbApFYmzsP14W7dMJBzl0Kf+743UJVQ'

const PACE_MS = 100

/** Each queue hashes one password at a time, so a flood from unknown devices delays only those. */
const QUEUES = { known: fairQueue(200), unknown: fairQueue(100) }

/** Where a password check waits. `sender` is a device, an address or a person, and the senders take turns. */
export interface Turn {
  queue: keyof typeof QUEUES
  sender: string
  /** Limits the queue to ten checks a second, when the whole portal gets too many sign-in attempts. */
  slowly?: boolean
}

/** @throws TooBusy when too many passwords are waiting to be checked */
export function hashPassword(password: string, sender: string): Promise<string> {
  return QUEUES.known(sender, () => hash(password, COST))
}

/**
 * Whether the password matches the hash. Without a hash the answer is false after the same time.
 * @throws TooBusy when too many checks are waiting; the password was not checked then
 */
export function fitsPassword(
  passwordHash: string | null,
  password: string,
  { queue, sender, slowly = false }: Turn,
): Promise<boolean> {
  return QUEUES[queue](sender, async () => {
    if (slowly) await setTimeout(PACE_MS)
    return (await verify(passwordHash ?? NOBODY, password)) && passwordHash !== null
  })
}
