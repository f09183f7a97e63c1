import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { SentReferral } from './read-sent-referral.server.ts'
import { SentBanner } from './sent-banner.tsx'

const ROUTES = fileURLToPath(new URL('../../../routes/', import.meta.url))
const NOW = '2026-11-23T09:00:00.000Z'
const SENT = {
  recipient: { name: 'Unity Steps' },
  case: { clientName: 'Amara Diallo' },
  standard: null,
  otherHelp: null,
  packages: [{ version: 2 }],
  dueAt: NOW,
} as unknown as SentReferral

/** Every code with which a page leads to a sent referral; a code that continues with an expression can end in -unsafe. */
const codes = globSync('**/*.tsx', { cwd: ROUTES }).flatMap((file) =>
  [
    ...readFileSync(ROUTES + file, 'utf8').matchAll(
      /'\/sent\/:referralId',\s*\{[^}]*\},\s*\{ done: ['`]([a-z-]+)(\$\{)?/g,
    ),
  ].flatMap(([, code = '', more]) => (more ? [code, `${code}-unsafe`] : [code])),
)

function banner(code: string): string {
  return renderToStaticMarkup(<SentBanner code={code} sent={SENT} now={NOW} />)
}

it('says what was done, whichever page leads to the referral', () => {
  expect(codes.length).toBeGreaterThan(9)
  expect(codes.filter((code) => banner(code) === '')).toEqual([])
})

it('prompts for the client’s safety after an unsafe act, and only then', () => {
  expect(codes.filter((code) => banner(code).includes('Plan for the client’s safety now'))).toEqual(['told-unsafe'])
})
