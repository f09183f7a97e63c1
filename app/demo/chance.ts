import crypto, { createHash } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** Luck that a seed decides: the same seed, the same throws in the same order. */
export interface Chance {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** True in `percent` of 100 throws. */
  happens(percent: number): boolean
  pick<Item>(items: readonly Item[]): Item
  bytes(size: number): Buffer
  uuid(): ReturnType<typeof crypto.randomUUID>
}

/** Hash after hash of the seed and a count: no other generator is needed for a few thousand throws. */
export function chanceOf(seed: string): Chance {
  let count = 0
  const bytes = (size: number): Buffer => {
    const blocks: Buffer[] = []
    for (let made = 0; made < size; made += 32) {
      blocks.push(createHash('sha256').update(`${seed} ${count}`).digest())
      count += 1
    }
    return Buffer.concat(blocks).subarray(0, size)
  }
  const below = (limit: number) => bytes(4).readUInt32BE() % limit
  return {
    below,
    happens: (percent) => below(100) < percent,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    bytes,
    uuid: () => asUuid(bytes(16)),
  }
}

/** The id of something that has a name in the stories: the same in every load. */
export function uuidOf(name: string) {
  return asUuid(createHash('sha256').update(`accord demo ${name}`).digest().subarray(0, 16))
}

function asUuid(bytes: Uint8Array) {
  const sixteen = Buffer.from(bytes)
  sixteen.writeUInt8((sixteen.readUInt8(6) & 0x0f) | 0x40, 6)
  sixteen.writeUInt8((sixteen.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = sixteen.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as const
}

let lent: Chance | undefined

/** From now on whoever draws at random draws from this one: each story has its own, so that no other changes its ids. */
export function lend(chance: Chance): void {
  lent = chance
}

/**
 * Runs `fn` with node's own randomness replaced by what was lent, so that the use cases draw the same ids and references
 * in every load. Only ever in the process that loads the demonstration: nothing secret may be made inside it.
 */
export async function withSeededRandom<Value>(fn: () => Promise<Value>): Promise<Value> {
  const { randomUUID, randomBytes } = crypto
  crypto.randomUUID = () => borrowed().uuid()
  crypto.randomBytes = ((size: number) => borrowed().bytes(size)) as typeof randomBytes
  syncBuiltinESMExports()
  try {
    return await fn()
  } finally {
    Object.assign(crypto, { randomUUID, randomBytes })
    syncBuiltinESMExports()
    lent = undefined
  }
}

function borrowed(): Chance {
  if (!lent) throw new Error('A random number was drawn before a story had begun.')
  return lent
}
