import type { IncomingMessage } from 'node:http'
import proxyAddress from 'proxy-addr'

/**
 * The address of the client. Each proxy appends the address that called it, so only the last `hops` entries of
 * X-Forwarded-For can be trusted.
 */
export function clientAddress(req: IncomingMessage, hops: number): string {
  // A closed socket has no address, although the types say otherwise.
  return proxyAddress(req, (_, hop) => hop < hops) ?? ''
}
