/** An e-mail address as sign-in looks it up: however somebody writes their own, it is the same. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase()
}
