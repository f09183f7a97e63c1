import { afterEach, describe, expect, it } from 'vitest'
import { resetDemo } from './demo-reset.ts'

const before = process.env.DATABASE_URL

afterEach(() => {
  if (before === undefined) delete process.env.DATABASE_URL
  else process.env.DATABASE_URL = before
})

describe('accord demo reset', () => {
  it('refuses where an operator has set a database, before it opens anything', async () => {
    process.env.DATABASE_URL = 'postgres://nobody:nothing@127.0.0.1:1/accord'
    await expect(resetDemo({ json: false })).rejects.toThrow('DATABASE_URL is set, so nothing was changed.')
  })
})
