import { LONE_FILE_POLICY } from '../../app/access/security-headers.ts'
import type { Answer } from './browser/visitor.ts'

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
}

const POLICY =
  /^default-src 'none'; script-src 'self' 'nonce-([\w+/]{22}==)'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/

/** What else an answer may carry; a header of any other name is a surprise. */
const MAY_CARRY =
  /^(allow|cache-control|connection|content-disposition|content-encoding|content-length|content-type|date|etag|keep-alive|location|retry-after|set-cookie|transfer-encoding|vary|x-remix-[\w-]+)$/

const nonces = new Set<string>()

/** Of the few pages that are sent without Remix: not even our own scripts. */
const STRICTER = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** What is wrong with the headers of an answer, and with what they allow its page; `cached`: a file, not an answer. */
export function headerFaults(name: string, { status, headers, body }: Answer, cached = false): string[] {
  const told = [...headers.keys()]
  const faults = [
    ...Object.entries(EVERYWHERE)
      .filter(([header, value]) => headers.get(header) !== value)
      .map(([header]) => `${header} is ${headers.get(header)}`),
    ...told
      .filter((header) => !(header in EVERYWHERE) && header !== 'content-security-policy' && !MAY_CARRY.test(header))
      .map((header) => `carries ${header}`),
    ...(cached || headers.get('cache-control') === 'no-store' ? [] : [`is kept: ${headers.get('cache-control')}`]),
    ...policyFaults(
      headers.get('content-security-policy') ?? '',
      headers.get('content-type')?.includes('html') ? body : '',
    ),
  ]
  return faults.map((fault) => `${name} (${status}): ${fault}`)
}

function policyFaults(policy: string, page: string): string[] {
  if (policy === LONE_FILE_POLICY) return []
  if (policy === STRICTER) return /<script|<style| style="/.test(page) ? ['more than its policy lets it show'] : []
  const [, nonce = ''] = POLICY.exec(policy) ?? []
  if (!nonce) return [`the policy is ${policy}`]
  const again = nonces.has(nonce)
  nonces.add(nonce)
  return [...(again ? ['the nonce was used before'] : []), ...pageFaults(page, nonce)]
}

function pageFaults(page: string, nonce: string): string[] {
  const scripts = [...page.matchAll(/<script\b([^>]*)>/g)].map(([, head = '']) => head)
  const bare = scripts.filter((head) => !head.includes('src=') && !head.includes(`nonce="${nonce}"`))
  return [
    ...bare.map((head) => `a script without the nonce: ${head}`),
    ...(/<style\b/.test(page) ? ['an inline style sheet'] : []),
    ...(/<[^>]+\sstyle="/.test(page) ? ['an inline style'] : []),
    ...(/<[^>]+\son\w+="/.test(page) ? ['an inline handler'] : []),
    ...(/<(?:script|link|img|iframe)\b[^>]*\s(?:src|href)="(?:https?:)?\/\//.test(page)
      ? ['something of another host']
      : []),
  ]
}
