import type { ServerResponse } from 'node:http'

/** Sends a page with one sentence, for requests refused before they reach Remix. The page loads no other files. */
export function sendPlainPage(res: ServerResponse, status: number, title: string, sentence: string): void {
  if (res.headersSent) {
    res.destroy()
    return
  }
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - Accord</title></head><body><h1>${title}</h1><p>${sentence}</p></body></html>`
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  })
  res.end(body)
}
