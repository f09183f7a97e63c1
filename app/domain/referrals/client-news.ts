/** When a referral last had news for the client, and when the client was last told the result. */
export interface ClientNews {
  newsAt: Date | null
  clientToldAt: Date | null
}

/** Whether the client has not heard the latest news of their referral. `app/facts/client-news` says the same in SQL. */
export function owesNews({ newsAt, clientToldAt }: ClientNews): boolean {
  return newsAt !== null && (clientToldAt === null || clientToldAt < newsAt)
}
