import type { ServerResponse } from 'node:http'

// Remix renders a page in several small pieces within a few milliseconds. Sending them together costs a tenth of many
// writes.
const BUFFER_MS = 10
const BUFFER_BYTES = 65_536

/**
 * Writes a web-standard response, in addition to headers already set. Content that is ready within 10 ms is sent in one
 * piece with its length; a longer stream is sent as it comes.
 */
export async function sendResponse(res: ServerResponse, response: Response, withBody: boolean): Promise<void> {
  res.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') res.appendHeader(name, value)
    else res.setHeader(name, value)
  }
  if (response.body && withBody) return pump(res, response.body)
  res.end()
  await response.body?.cancel()
}

async function pump(res: ServerResponse, body: ReadableStream<Uint8Array>) {
  const writer = createBufferedWriter(res)
  const reader = body.getReader()
  // When the reader disconnects, the source is cancelled too, even while it has nothing to send.
  res.once('close', () => void reader.cancel().catch(() => {}))
  for (;;) {
    const { done, value } = await reader.read()
    if (done || res.destroyed) break
    writer.add(value)
    if (res.socket?.writableNeedDrain) await waitForDrain(res)
  }
  writer.end()
}

/** Collects the first pieces for 10 ms or 64 KB; after that it writes each piece at once. */
function createBufferedWriter(res: ServerResponse) {
  let pieces: Uint8Array[] | undefined = []
  let size = 0
  const flush = () => {
    clearTimeout(clock)
    for (const piece of pieces ?? []) res.write(piece)
    pieces = undefined
  }
  const clock = setTimeout(flush, BUFFER_MS)
  return {
    add(piece: Uint8Array) {
      if (!pieces) return void res.write(piece)
      pieces.push(piece)
      size += piece.length
      if (size > BUFFER_BYTES) flush()
    },
    end() {
      clearTimeout(clock)
      if (!pieces) return void res.end()
      res.setHeader('Content-Length', size)
      res.end(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces))
    },
  }
}

/** Waits until the socket can take more, or has closed. */
function waitForDrain(res: ServerResponse) {
  return new Promise<void>((resolve) => {
    const finish = () => {
      res.off('drain', finish).off('close', finish)
      resolve()
    }
    res.on('drain', finish).on('close', finish)
  })
}
