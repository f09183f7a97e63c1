import { describe, expect, it } from 'vitest'
import { openWorld } from '../../../tests/support/world.ts'
import { environment } from '../../access/environment.server.ts'
import { requireMailbox } from './require-mailbox.server.ts'

await openWorld()

describe('the page of the mailbox', () => {
  it('does not exist outside the demo, not even for somebody who would have to sign in first', async () => {
    expect(environment().demo).toBe(false)
    const context = {
      nonce: '',
      memo: new Map(),
      readPosted: async () => null,
      clientAddress: '127.0.0.1',
      report: () => {},
    }
    const asked = { request: new Request('http://localhost:3000/mailbox'), context }
    const refusal = await requireMailbox(asked).catch((thrown: unknown) => thrown)
    expect(refusal).toMatchObject({ status: 404 })
  })
})
