import { expect, it } from 'vitest'
import { shownFileName } from './file-name.ts'

it.each([
  { sent: 'door.jpg', shown: 'door.jpg', why: 'an ordinary name' },
  { sent: '../../etc/passwd', shown: 'passwd', why: 'a path that climbs' },
  { sent: 'C:\\Users\\Amara\\door.jpg', shown: 'door.jpg', why: 'a path of Windows, which names a person' },
  { sent: '..', shown: '', why: 'nothing but dots' },
  { sent: 'door\0.jpg', shown: 'door.jpg', why: 'a NUL' },
  { sent: 'a\r\nSet-Cookie: b.jpg', shown: 'aSet-Cookie: b.jpg', why: 'a line that would be a header' },
  { sent: 'photo\u202egpj.exe', shown: 'photogpj.exe', why: 'a mark that turns the rest round' },
  { sent: '\u200b\u2060', shown: '', why: 'signs that draw nothing' },
  { sent: 'é'.repeat(300), shown: 'é'.repeat(120), why: 'a name without end' },
  { sent: 'صورة.jpg', shown: 'صورة.jpg', why: 'a name in Arabic, which needs no marks' },
])('a file called as $why is shown as $shown', ({ sent, shown }) => {
  expect(shownFileName(sent)).toBe(shown)
})
