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

/** Mails on their way at the same time, over as many connections: no more than these can a kill make go twice. */
export const MAILS_AT_ONCE = 4
