import { createHmac } from 'node:crypto'
import { environment } from './environment.server.ts'

/** A hash that nobody can guess without ACCORD_SECRET, for short codes, addresses and new tokens. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac('sha256', environment().secret).update(`accord ${purpose}\n${value}`).digest('base64url')
}
