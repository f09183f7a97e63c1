import { expect, it } from 'vitest'
import { countInWords } from './count-in-words.ts'
import { pagesAround } from './pages-around.ts'

const noun = { one: 'referral', many: 'referrals' }

it.each([
  { page: 1, total: 0, shown: 0, said: 'No referrals', why: 'none' },
  { page: 1, total: 1, shown: 1, said: '1 referral', why: 'one' },
  { page: 1, total: 25, shown: 25, said: '25 referrals', why: 'all of them on one page' },
  { page: 1, total: 26, shown: 25, said: '1 to 25 of 26 referrals', why: 'the first page' },
  { page: 2, total: 26, shown: 1, said: '26 to 26 of 26 referrals', why: 'a last page that is not full' },
  { page: 3, total: 100_000, shown: 25, said: '51 to 75 of 100,000 referrals', why: 'thousands are set apart' },
])('says "$said": $why', ({ page, total, shown, said }) => {
  expect(countInWords({ page, total, shown, pageSize: 25, noun })).toBe(said)
})

it.each([
  { total: 1000, said: '1 to 25 of 1,000 referrals' },
  { total: 1001, said: '1 to 25 of more than 1,000 referrals' },
])('says where counting stops: "$said"', ({ total, said }) => {
  expect(countInWords({ page: 1, total, shown: 25, countLimit: 1000, pageSize: 25, noun })).toBe(said)
})

it.each([
  { page: 1, pageCount: 1, pages: [1], why: 'the only page' },
  { page: 1, pageCount: 3, pages: [1, 2, 3], why: 'few pages are all offered' },
  { page: 5, pageCount: 9, pages: [1, 'gap', 4, 5, 6, 'gap', 9], why: 'both ends and the neighbours' },
  { page: 3, pageCount: 9, pages: [1, 2, 3, 4, 'gap', 9], why: 'no gap where no page is left out' },
  { page: 4, pageCount: 9, pages: [1, 2, 3, 4, 5, 'gap', 9], why: 'a gap of one page is that page' },
])('offers pages $pages around page $page of $pageCount: $why', ({ page, pageCount, pages }) => {
  expect(pagesAround(page, pageCount)).toEqual(pages)
})
