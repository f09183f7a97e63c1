import { randomFillSync } from 'node:crypto'

const BYTES = 16
const pool = Buffer.alloc(256 * BYTES)
let used = pool.length

/** 16 random bytes as base64, each given out once. Drawn from the system 256 at a time: a draw costs more than a page's headers. */
export function takeNonce(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += BYTES
  return pool.toString('base64', used - BYTES, used)
}
