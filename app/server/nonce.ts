import { randomFillSync } from 'node:crypto'

const BYTES = 16
const pool = Buffer.alloc(256 * BYTES)
let used = pool.length

/** 16 new random bytes as base64. Read 256 at a time: one read costs more than all headers of a page. */
export function takeNonce(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += BYTES
  return pool.toString('base64', used - BYTES, used)
}
