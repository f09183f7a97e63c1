import type { ServerResponse } from 'node:http'

const HELD_BACK_BYTES = 262_144

/** Writes a web-standard response. What is there at once leaves in one piece; a stream is written as it comes. */
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
  const letGo = holdBack(res)
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (res.destroyed) return reader.cancel()
    if (done) break
    if (!res.write(value) && res.writableLength > HELD_BACK_BYTES) {
      letGo()
      await taken(res)
    }
  }
  letGo()
  res.end()
}

/** Headers, chunks and end share one packet, unless the body has to be waited for: then the event loop turns and sends. */
function holdBack(res: ServerResponse) {
  res.cork()
  let held = true
  const letGo = () => {
    if (held) res.uncork()
    held = false
  }
  setImmediate(letGo)
  return letGo
}

/** Until the socket has taken what was written, or is gone. One that took all at once has nothing to tell. */
function taken(res: ServerResponse) {
  if (!res.socket?.writableNeedDrain) return
  return new Promise<void>((resolve) => {
    const goOn = () => {
      res.off('drain', goOn).off('close', goOn)
      resolve()
    }
    res.on('drain', goOn).on('close', goOn)
  })
}
