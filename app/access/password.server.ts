import { setTimeout } from 'node:timers/promises'
import { hash, verify } from '@node-rs/argon2'
import { fairQueue } from './fair-queue.ts'

/** Argon2id, the least that OWASP asks: 19 MiB, two passes, one lane; about 14 ms here. The library's default is Argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password that nobody knows: an unknown person costs the same time as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$U4bjfrVaUR9CQ/HN5VAHOw$qiwMfo1yxSSzGbApFYmzsP14W7dMJBzl0Kf+743UJVQ'

const PACE_MS = 100

/**
 * The two queues together calculate at most two hashes at once: a flood from unknown devices waits behind itself, and never
 * before a person at their own desk.
 */
const QUEUES = { known: fairQueue(200), unknown: fairQueue(100) }

/** Whose password waits to be checked: `sender` is a device, an address or a person, and each has one turn in a round. */
export interface Turn {
  queue: keyof typeof QUEUES
  sender: string
  /** At most ten a second: what the whole portal is checking has become a flood. */
  slowly?: boolean
}

/** @throws TooBusy when too many are waiting */
export function hashPassword(password: string, sender: string): Promise<string> {
  return QUEUES.known(sender, () => hash(password, COST))
}

/**
 * Whether the password fits; without a hash it never does, and takes as long.
 * @throws TooBusy when too many are waiting, and the password was not checked
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
