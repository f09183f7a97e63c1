import { type SQL, sql } from 'drizzle-orm'
import { referral } from '../../db/schema/referral.ts'

/**
 * `owesNews` of the domain as SQL, about the row of `referral` that the query selects or the row with this alias. The
 * expression matches the index on news.
 */
export function owesNewsSql(alias?: 'r' | 'page'): SQL<boolean> {
  const newsAt = alias ? sql.raw(`${alias}.news_at`) : sql`${referral.newsAt}`
  const toldAt = alias ? sql.raw(`${alias}.client_told_at`) : sql`${referral.clientToldAt}`
  return sql`(${newsAt} is not null and (${toldAt} is null or ${toldAt} < ${newsAt}))`
}
