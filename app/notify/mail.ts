/** A mail ready to go; `mailId` is its identity, and the same at every try. */
export interface Mail {
  mailId: string
  agencyId: string
  to: string
  subject: string
  text: string
}

export interface Mailer {
  /** Hands a mail over; throws when it was not taken, or when that cannot be known. */
  deliver(mail: Mail): Promise<void>
  close(): void
}
