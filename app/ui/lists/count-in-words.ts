interface Counted {
  /** 1-based. */
  page: number
  pageSize: number
  /** The number of rows on this page. */
  shown: number
  /** The number of rows on all pages. */
  total: number
  /** Where counting stops, if it does. */
  countLimit?: number
  noun: { one: string; many: string }
}

/** The rows shown on this page and their total: '26 to 50 of 1,212 referrals', '1 referral', 'No referrals'. */
export function countInWords({ page, pageSize, shown, total, countLimit = total, noun }: Counted): string {
  const count = (number: number) => number.toLocaleString('en-GB')
  if (total === 0) return `No ${noun.many}`
  if (total === 1) return `1 ${noun.one}`
  const all = total > countLimit ? `more than ${count(countLimit)}` : count(total)
  if (total <= pageSize) return `${all} ${noun.many}`
  const first = (page - 1) * pageSize + 1
  return `${count(first)} to ${count(first + shown - 1)} of ${all} ${noun.many}`
}
