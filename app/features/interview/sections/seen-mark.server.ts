import { createHash } from 'node:crypto'
import type { InterviewSection } from '../../../domain/interview/interview-section.ts'

interface Shown {
  rows: readonly { section: InterviewSection; version: number }[]
  bookings: readonly { bookingId: string; version: number }[]
  saved: { wishes: string }
}

/**
 * Marks what the writer of a section saw, so that two writers do not overwrite each other. The needs are also changed by
 * their bookings, and the wishes by the details of the case.
 */
export function seenMark(section: InterviewSection, { rows, bookings, saved }: Shown): string {
  const version = rows.find((row) => row.section === section)?.version ?? 0
  if (section === 'needs')
    return [version, hashOf(bookings.map((booking) => `${booking.bookingId}@${booking.version}`).join())].join('.')
  return section === 'wishes' ? [version, hashOf(saved.wishes)].join('.') : String(version)
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
