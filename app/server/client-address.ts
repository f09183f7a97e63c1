import type { IncomingMessage } from 'node:http'
import proxyAddress from 'proxy-addr'

/** Each proxy appends its caller's address, so only the last `hops` entries of X-Forwarded-For are trusted. */
export function clientAddress(req: IncomingMessage, hops: number): string {
  // A closed socket has no address, although the types say otherwise.
  return proxyAddress(req, (_, hop) => hop < hops) ?? ''
}
