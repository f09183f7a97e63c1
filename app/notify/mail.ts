/** A finished mail. `mailId` stays the same in every attempt to send it. */
export interface Mail {
  mailId: string
  agencyId: string
  to: string
  subject: string
  text: string
}

export interface Mailer {
  /** Sends a mail. @throws Error when the mail server refused it, or when its answer is not known */
  deliver(mail: Mail): Promise<void>
  close(): void
}

/** How many mails are sent at the same time. When the process is killed, at most these are sent twice. */
export const MAILS_AT_ONCE = 4
