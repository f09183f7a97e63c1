import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

let server: Server

beforeAll(async () => {
  server = createServer((req, res) => res.end(clientAddress(req, Number(req.url?.slice(1))))).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})

afterAll(() => server.close())

function seen(hops: number, forwarded: string | undefined): Promise<string> {
  const { port } = server.address() as AddressInfo
  const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: `/${hops}`, headers }, async (res) =>
      resolve(Buffer.concat(await res.toArray()).toString()),
    )
      .once('error', reject)
      .end()
  })
}

test.each([
  { hops: 0, forwarded: '192.0.2.1', address: '127.0.0.1', why: 'without a proxy nobody else is believed' },
  { hops: 1, forwarded: '192.0.2.1', address: '192.0.2.1', why: 'what the one proxy says' },
  { hops: 1, forwarded: '198.51.100.9, 192.0.2.1', address: '192.0.2.1', why: 'what the client invents comes before' },
  { hops: 2, forwarded: '198.51.100.9, 192.0.2.1, 10.0.0.2', address: '192.0.2.1', why: 'two proxies' },
  { hops: 2, forwarded: '192.0.2.1', address: '192.0.2.1', why: 'a call to the inner proxy, past the outer one' },
  { hops: 1, forwarded: undefined, address: '127.0.0.1', why: 'no header' },
  { hops: 1, forwarded: '2001:db8::1', address: '2001:db8::1', why: 'an address of IPv6' },
])('$why: $hops of "$forwarded"', async ({ hops, forwarded, address }) => {
  expect(await seen(hops, forwarded)).toBe(address)
})
