import type { ServerResponse } from 'node:http'

// A page is rendered in several small pieces within a few milliseconds; one write costs a tenth of many.
const HELD_BACK_MS = 10
const HELD_BACK_BYTES = 65_536

/**
 * Writes a web-standard response over the headers set already. What is there within 10 ms leaves in one piece and with
 * its length; a longer stream is written as it comes.
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
  const outlet = openOutlet(res)
  const reader = body.getReader()
  // A reader who leaves ends the source too, also one that has nothing to give just now.
  res.once('close', () => void reader.cancel().catch(() => {}))
  for (;;) {
    const { done, value } = await reader.read()
    if (done || res.destroyed) break
    outlet.add(value)
    if (res.socket?.writableNeedDrain) await taken(res)
  }
  outlet.end()
}

/** Holds the first pieces back for a moment; from then on passes each on at once. */
function openOutlet(res: ServerResponse) {
  let held: Uint8Array[] | undefined = []
  let size = 0
  const letGo = () => {
    clearTimeout(clock)
    for (const piece of held ?? []) res.write(piece)
    held = undefined
  }
  const clock = setTimeout(letGo, HELD_BACK_MS)
  return {
    add(piece: Uint8Array) {
      if (!held) return void res.write(piece)
      held.push(piece)
      size += piece.length
      if (size > HELD_BACK_BYTES) letGo()
    },
    end() {
      clearTimeout(clock)
      if (!held) return void res.end()
      res.setHeader('Content-Length', size)
      res.end(held.length === 1 ? held[0] : Buffer.concat(held))
    },
  }
}

/** Until the socket has taken what was written, or is gone. */
function taken(res: ServerResponse) {
  return new Promise<void>((resolve) => {
    const goOn = () => {
      res.off('drain', goOn).off('close', goOn)
      resolve()
    }
    res.on('drain', goOn).on('close', goOn)
  })
}
