import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sendResponse } from './node-response.ts'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(answer: () => Response) {
  const opened = createServer((_, res) => void sendResponse(res, answer(), true)).listen(0, '127.0.0.1')
  server = opened
  await new Promise((resolve) => opened.once('listening', resolve))
  return (opened.address() as AddressInfo).port
}

function streamOf(chunks: number, bytes: number, onCancel = () => {}) {
  let sent = 0
  return new ReadableStream({
    pull(controller) {
      if (sent++ === chunks) controller.close()
      else controller.enqueue(new Uint8Array(bytes).fill(65))
    },
    cancel: onCancel,
  })
}

test('status, every header and two cookies arrive', async () => {
  const headers = new Headers({ 'X-One': '1' })
  headers.append('Set-Cookie', 'a=1')
  headers.append('Set-Cookie', 'b=2')
  const port = await serve(() => new Response('words', { status: 201, headers }))
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect([answer.status, answer.headers.get('x-one'), await answer.text()]).toEqual([201, '1', 'words'])
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
})

test('pieces that come at once leave in one, with their length', async () => {
  const port = await serve(() => new Response(streamOf(3, 10)))
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect([answer.headers.get('content-length'), await answer.text()]).toEqual(['30', 'A'.repeat(30)])
})

test('a piece that has to be waited for does not hold up the ones before it', async () => {
  const last = gate()
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(new Uint8Array([65]))
      await last.promise
      controller.close()
    },
  })
  const port = await serve(() => new Response(body))
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  const reader = answer.body?.getReader()
  expect((await reader?.read())?.value).toEqual(new Uint8Array([65]))
  last.resolve()
  expect((await reader?.read())?.done).toBe(true)
})

test('a stream larger than every buffer arrives whole', async () => {
  const port = await serve(() => new Response(streamOf(2_000, 20_000)))
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect((await answer.arrayBuffer()).byteLength).toBe(40_000_000)
})

test('a reader who leaves ends the stream', async () => {
  await new Promise<void>((cancelled) => {
    serve(() => new Response(streamOf(1_000_000, 20_000, cancelled))).then((port) =>
      httpRequest({ port, host: '127.0.0.1' }, (res) => res.once('data', () => res.destroy())).end(),
    )
  })
})

function gate() {
  let resolve = () => {}
  const promise = new Promise<void>((open) => {
    resolve = open
  })
  return { promise, resolve }
}
