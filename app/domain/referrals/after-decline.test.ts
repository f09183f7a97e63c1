import { expect, it } from 'vitest'
import { afterDecline } from './after-decline.ts'

it.each([
  {
    why: 'to ask about the suggestion',
    client: 'Ngozi Eze',
    suggested: 'Unity Steps',
    words: 'Unity Steps is suggested: ask Ngozi Eze and send it there',
  },
  {
    why: 'so of a client without a name',
    client: '',
    suggested: 'Unity Steps',
    words: 'Unity Steps is suggested: ask the client and send it there',
  },
  { why: 'to look further', client: 'Ngozi Eze', suggested: null, words: 'Choose another agency' },
])('says after a decline $why', ({ client, suggested, words }) => {
  expect(afterDecline(client, suggested)).toBe(words)
})
