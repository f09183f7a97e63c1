import { randomFillSync } from 'node:crypto'

const BYTES = 16
const pool = Buffer.alloc(256 * BYTES)
let used = pool.length

/**
 * 16 random bytes as base64, new at each call. They come from the system 256 at a time, because one read costs more
 * than all headers of a page.
 */
export function takeNonce(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += BYTES
  return pool.toString('base64', used - BYTES, used)
}
