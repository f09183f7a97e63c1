import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { rateLimitStore } from '../../db/as-actor.ts'
import { environment } from './environment.server.ts'
import { keyedHash } from './keyed-hash.server.ts'

interface Limit {
  points: number
  seconds: number
}

const QUARTER = 900
const DAY = 86_400

/**
 * How often each thing may be tried in how many seconds. Together the limits allow fewer than a hundred passwords a day
 * for one account. A device that its owner has used before has its own limits, so a stranger cannot lock the owner out.
 */
const LIMITS = {
  'password-account': { points: 8, seconds: QUARTER },
  'password-account-day': { points: 60, seconds: DAY },
  'password-device': { points: 10, seconds: QUARTER },
  'password-device-day': { points: 30, seconds: DAY },
  'password-address': { points: 30, seconds: QUARTER },
  'password-everywhere': { points: 600, seconds: QUARTER },
  'code-account': { points: 8, seconds: QUARTER },
  'code-account-day': { points: 60, seconds: DAY },
  'code-device': { points: 10, seconds: QUARTER },
  'own-password': { points: 8, seconds: QUARTER },
  'invitation-address': { points: 30, seconds: QUARTER },
  'calendar-address': { points: 60, seconds: QUARTER },
  'invitation-sent': { points: 40, seconds: 3600 },
  // Replaced by EXPORTS_PER_TEN_MINUTES.
  export: { points: 10, seconds: 600 },
  search: { points: 120, seconds: 600 },
} as const satisfies Record<string, Limit>

type LimitName = keyof typeof LIMITS

/** One attempt: the limit, and the person, device or address it counts for (stored as a hash only). */
export type Try = [limit: LimitName, who: string]

const limiters = new Map<LimitName, RateLimiterPostgres>()

function limiterOf(name: LimitName): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const { seconds: duration } = LIMITS[name]
  const points = name === 'export' ? environment().exportsPerTenMinutes : LIMITS[name].points
  const limiter = new RateLimiterPostgres({
    storeClient: rateLimitStore,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration,
    // Once a sender is over the limit, further requests are refused without a database query.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
  })
  limiters.set(name, limiter)
  return limiter
}

/**
 * Counts an attempt against each limit in order; put the cheapest first. When one limit refuses, the limits before it
 * no longer count the attempt: an attempt that is not made must not use up a limit that others share.
 * @returns 0 if all limits allow it, otherwise the seconds to wait
 */
export async function countTry(tries: readonly Try[]): Promise<number> {
  for (const [at, [name, who]] of tries.entries()) {
    const seconds = await consume(name, who)
    if (seconds === 0) continue
    await forgetTry(tries.slice(0, at))
    return seconds
  }
  return 0
}

async function consume(name: LimitName, who: string): Promise<number> {
  try {
    await limiterOf(name).consume(keyedHash('rate limit', who))
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw refusal
  }
}

/** Removes an attempt from its limits, because it succeeded or was never made. */
export async function forgetTry(tries: readonly Try[]): Promise<void> {
  await Promise.all(tries.map(([name, who]) => limiterOf(name).reward(keyedHash('rate limit', who), 1)))
}

let writes: RateLimiterMemory | undefined

/**
 * Limits how many changes one person makes in a minute. Each web process counts by itself, because counting in the
 * database would cost every change a round trip.
 * @throws Response 429
 */
export async function limitWrites(staffId: string): Promise<void> {
  writes ??= new RateLimiterMemory({ points: environment().writesPerMinute, duration: 60 })
  try {
    await writes.consume(staffId)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooMany(Math.ceil(refusal.msBeforeNext / 1000))
    throw refusal
  }
}

/** Limits downloads, because a stolen session does most harm by copying many rows. @throws Response 429 */
export async function limitExports(staffId: string): Promise<void> {
  const wait = await countTry([['export', staffId]])
  if (wait > 0) throw tooMany(wait)
}

/** Limits searches: with a stolen session they could list the clients. @throws Response 429 */
export async function limitSearches(staffId: string): Promise<void> {
  const wait = await countTry([['search', staffId]])
  if (wait > 0) throw tooMany(wait)
}

export function tooMany(seconds: number): Response {
  return new Response(`Too many attempts. Wait ${sayWait(seconds)} and try again.`, {
    status: 429,
    statusText: 'Too Many Requests',
    headers: { 'Retry-After': String(Math.max(1, seconds)) },
  })
}

export function sayWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (minutes <= 1) return 'a minute'
  if (minutes < 90) return `${minutes} minutes`
  return `${Math.ceil(minutes / 60)} hours`
}

const NETWORK_GROUPS = 3
const HOUSEHOLD_GROUPS = 4

/**
 * The network that shares one turn in a queue: the first 48 bits of an IPv6 address. An attacker's site may have 65,536
 * household networks, which could fill the queue if each had its own turn.
 */
export function countedNetwork(address: string): string {
  return address.split(':').slice(0, NETWORK_GROUPS).join(':')
}

/** The address that limits count: of IPv6 the 64 bits of one household. Other text counts as it is. */
export function countedAddress(clientAddress: string): string {
  if (!ipaddr.isValid(clientAddress)) return clientAddress
  const address = ipaddr.process(clientAddress)
  if (address instanceof ipaddr.IPv4) return address.toString()
  return address.parts
    .slice(0, HOUSEHOLD_GROUPS)
    .map((group) => group.toString(16))
    .join(':')
}
