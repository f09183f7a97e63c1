import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Anchor, appendAnchors, readAnchors } from './audit-anchors.ts'

const folder = mkdtempSync(join(tmpdir(), 'anchors-'))

function anchor(seq: number): Anchor {
  return { at: '2026-11-29T09:00:00Z', agencyId: '7b0f6f2e-0d3f-4c55-9a52-2f7a0d4a1c11', seq, hash: `hash ${seq}` }
}

test('an anchor that was cut while it was written costs no other anchor', async () => {
  const file = join(folder, 'cut.jsonl')
  await appendAnchors(file, [anchor(1), anchor(2)])
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20))
  await appendAnchors(file, [anchor(3)])
  expect(await readAnchors(file)).toEqual([anchor(1), anchor(3)])
})

test('a whole line that is not an anchor is named', async () => {
  const file = join(folder, 'other.jsonl')
  writeFileSync(file, '{"at":"today"}\n')
  await expect(readAnchors(file)).rejects.toThrow(/Line 1 of .* is not an anchor/)
})
