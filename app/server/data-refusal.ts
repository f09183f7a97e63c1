import type { IncomingMessage, ServerResponse } from 'node:http'

/** Whether the portal's own script sent the request. Its addresses end in `.data`. */
export function isDataRequest(req: IncomingMessage): boolean {
  return req.method !== 'HEAD' && pathOf(req).endsWith('.data')
}

/**
 * Sends a refusal that Remix's script can decode. After a form, the page stays as typed and shows the sentence in its
 * error summary (`usePageErrors` reads `refused`). After any other request, the browser loads the page again and the
 * page shows the refusal.
 */
export function sendDataRefusal(req: IncomingMessage, res: ServerResponse, status: number, sentence: string): void {
  const isForm = req.method !== 'GET'
  const body = isForm ? refusedForm(sentence) : reloadOf(req)
  res.writeHead(isForm ? status : 202, {
    'Content-Type': 'text/x-script; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Remix-Response': 'yes',
  })
  res.end(body)
}

/** The answer `{ data: { refused: [{ field: '', message }] } }`, as turbo-stream writes it. */
function refusedForm(message: string) {
  const values = [{ _1: 2 }, 'data', { _3: 4 }, 'refused', [5], { _6: 7, _8: 9 }, 'field', '', 'message', message]
  return `${JSON.stringify(values)}\n`
}

/** The redirect `{ redirect, status: 302, revalidate: false, reload: true, replace: false }`, as turbo-stream writes it. */
function reloadOf(req: IncomingMessage) {
  const places = { _2: 3, _4: 5, _6: 7, _8: 9, _10: 7 }
  const values = ['redirect', pageOf(req), 'status', 302, 'revalidate', false, 'reload', true, 'replace']
  return `${JSON.stringify([['SingleFetchRedirect', 1], places, ...values])}\n`
}

/** The page whose data was requested. Two slashes at the beginning would name another server. */
function pageOf(req: IncomingMessage) {
  const [, query = ''] = (req.url ?? '').split('?')
  const kept = query.split('&').filter((part) => part && !part.startsWith('_routes='))
  const page =
    pathOf(req)
      .replace(/^[/\\]+/, '/')
      .replace(/(\/_root)?\.data$/, '') || '/'
  return kept.length > 0 ? `${page}?${kept.join('&')}` : page
}

function pathOf(req: IncomingMessage) {
  return (req.url ?? '').split('?', 1)[0] ?? ''
}
