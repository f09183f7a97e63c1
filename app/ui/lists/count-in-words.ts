interface Counted {
  /** 1-based. */
  page: number
  pageSize: number
  /** The number of rows on all pages. */
  total: number
  noun: { one: string; many: string }
}

/** The rows shown on this page and their total: '26 to 50 of 1,212 referrals', '1 referral', 'No referrals'. */
export function countInWords({ page, pageSize, total, noun }: Counted): string {
  const count = (number: number) => number.toLocaleString('en-GB')
  if (total === 0) return `No ${noun.many}`
  if (total === 1) return `1 ${noun.one}`
  if (total <= pageSize) return `${count(total)} ${noun.many}`
  const first = (page - 1) * pageSize + 1
  return `${count(first)} to ${count(Math.min(page * pageSize, total))} of ${count(total)} ${noun.many}`
}
