import { hash, verify } from '@node-rs/argon2'

/** Argon2id, the least that OWASP asks: 19 MiB, two passes, one lane; about 14 ms here. The library's default is Argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password that nobody knows: an unknown person costs the same time as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$U4bjfrVaUR9CQ/HN5VAHOw$qiwMfo1yxSSzGbApFYmzsP14W7dMJBzl0Kf+743UJVQ'

/**
 * One at a time, so that the two queues together reckon at most two hashes at once: a flood from unknown devices waits
 * behind itself, and never before somebody at their own desk.
 */
const QUEUES = { known: queue(200), unknown: queue(20) }

export type Queue = keyof typeof QUEUES

export class TooBusy extends Error {}

/** @throws TooBusy when too many are waiting */
export function hashPassword(password: string): Promise<string> {
  return QUEUES.known(() => hash(password, COST))
}

/**
 * Whether the password fits; without a hash it never does, and takes as long.
 * @throws TooBusy when too many are waiting
 */
export function fitsPassword(passwordHash: string | null, password: string, who: Queue): Promise<boolean> {
  return QUEUES[who](async () => (await verify(passwordHash ?? NOBODY, password)) && passwordHash !== null)
}

function queue(longest: number) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return <Value>(reckon: () => Promise<Value>): Promise<Value> => {
    if (waiting >= longest) return Promise.reject(new TooBusy('Too many passwords are waiting to be checked.'))
    waiting += 1
    const turn = last.then(reckon).finally(() => {
      waiting -= 1
    })
    last = turn.catch(() => {})
    return turn
  }
}
