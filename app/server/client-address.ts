import type { IncomingMessage } from 'node:http'
import proxyAddress from 'proxy-addr'

/** Each proxy appends the address it was called from, so only the last `hops` entries are a proxy's own word. */
export function clientAddress(req: IncomingMessage, hops: number): string {
  // A socket that has closed already has no address, whatever the types say.
  return proxyAddress(req, (_, hop) => hop < hops) ?? ''
}
