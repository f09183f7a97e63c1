import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DOCUMENT_KIND_IDS } from '../../app/domain/papers/document-kind.ts'
import { writeSample } from './paper-sample.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-paper-'))
})
afterAll(() => rm(folder, { recursive: true }))

it.each(DOCUMENT_KIND_IDS)('accord paper sample writes %s as a PDF with invented data', async (paper) => {
  const out = join(folder, `${paper}.pdf`)
  await writeSample(paper, { language: 'en', format: 'large_print', out })
  expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-')
})

it('accord paper sample refuses a format that the paper does not have', async () => {
  const asked = { language: 'en', format: 'easy_read', out: join(folder, 'none.pdf') } as const
  await expect(writeSample('report_received', asked)).rejects.toThrow('does not exist in the format easy_read')
})
