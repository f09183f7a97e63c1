/** The form of an e-mail address that sign-in looks up: the same however the person types it. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase()
}
