import crypto, { createHash } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** Random values from a seed: the same seed gives the same values in the same order. */
export interface Chance {
  /** A whole number from 0, smaller than `limit`. */
  below(limit: number): number
  /** True in `percent` of 100 cases. */
  happens(percent: number): boolean
  pick<Item>(items: readonly Item[]): Item
  bytes(size: number): Buffer
  uuid(): ReturnType<typeof crypto.randomUUID>
}

/** Hashes the seed with a counter. That is random enough for the few thousand values the stories need. */
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

/** An id made from a name in the stories, the same each time the demo is loaded. */
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

let randomSourceInUse: Chance | undefined

/** Sets the source of all random values. Each story has its own, so a change to one keeps the others' ids. */
export function setRandomSource(chance: Chance): void {
  randomSourceInUse = chance
}

/**
 * Runs `fn` while node's random functions use the source of `setRandomSource`, so that the use cases make the same ids
 * and references each time. Call it only in the process that loads the demo: these values can be predicted.
 */
export async function withSeededRandom<Value>(fn: () => Promise<Value>): Promise<Value> {
  const { randomUUID, randomBytes } = crypto
  crypto.randomUUID = () => randomSource().uuid()
  crypto.randomBytes = ((size: number) => randomSource().bytes(size)) as typeof randomBytes
  syncBuiltinESMExports()
  try {
    return await fn()
  } finally {
    Object.assign(crypto, { randomUUID, randomBytes })
    syncBuiltinESMExports()
    randomSourceInUse = undefined
  }
}

function randomSource(): Chance {
  if (!randomSourceInUse) throw new Error('A random number was drawn before a story had begun.')
  return randomSourceInUse
}
