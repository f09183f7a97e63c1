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
 * How often something may be tried, by whom. For one account the limits together allow fewer than a hundred passwords a
 * day; a device its owner has used before counts apart, so a stranger's tries do not lock the owner out.
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
  // As many as EXPORTS_PER_TEN_MINUTES says.
  export: { points: 10, seconds: 600 },
  search: { points: 120, seconds: 600 },
} as const satisfies Record<string, Limit>

type LimitName = keyof typeof LIMITS

/** One try: a limit, and whom it counts for (kept as a hash only). */
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
    // Once over the limit, a flood is answered without asking the database.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
  })
  limiters.set(name, limiter)
  return limiter
}

/**
 * Counts a try against each limit in their order, cheapest first. What one refuses counts for none of the others: a try
 * that is not made must not use up somebody else's.
 * @returns 0 if all allow it, else the seconds to wait
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

/** A try that succeeded, or was never made, does not count. */
export async function forgetTry(tries: readonly Try[]): Promise<void> {
  await Promise.all(tries.map(([name, who]) => limiterOf(name).reward(keyedHash('rate limit', who), 1)))
}

let writes: RateLimiterMemory | undefined

/**
 * One person's changes, a sensible number a minute; counted by each web process for itself, because asking the database
 * would cost every change a round trip.
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

/**
 * Exports are counted: a copy of many rows is the way in which a stolen session does most harm.
 * @throws Response 429
 */
export async function limitExports(staffId: string): Promise<void> {
  const wait = await countTry([['export', staffId]])
  if (wait > 0) throw tooMany(wait)
}

/**
 * Searches are counted, well above what a day of calls needs: with a stolen session they list who is a client.
 * @throws Response 429
 */
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

/** How long to wait, as a person says it. */
export function sayWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (minutes <= 1) return 'a minute'
  if (minutes < 90) return `${minutes} minutes`
  return `${Math.ceil(minutes / 60)} hours`
}

const NETWORK_GROUPS = 3
const HOUSEHOLD_GROUPS = 4

/**
 * Of an address as limits count it, the network that has a turn of its own in a queue. Of IPv6 a site gets 65,536
 * households' networks: with a turn for each, one attacker would fill the queue.
 */
export function countedNetwork(address: string): string {
  return address.split(':').slice(0, NETWORK_GROUPS).join(':')
}

/** An address as limits count it: of IPv6 the network that one household gets. What is no address counts as it is. */
export function countedAddress(clientAddress: string): string {
  if (!ipaddr.isValid(clientAddress)) return clientAddress
  const address = ipaddr.process(clientAddress)
  if (address instanceof ipaddr.IPv4) return address.toString()
  return address.parts
    .slice(0, HOUSEHOLD_GROUPS)
    .map((group) => group.toString(16))
    .join(':')
}
