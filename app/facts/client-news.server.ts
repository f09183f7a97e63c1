import { type SQL, sql } from 'drizzle-orm'
import { referral } from '../../db/schema/referral.ts'

/** `owesNews` of the domain as SQL that matches the index, for the query's `referral` or this alias. */
export function owesNewsSql(alias?: 'r' | 'page'): SQL<boolean> {
  const newsAt = alias ? sql.raw(`${alias}.news_at`) : sql`${referral.newsAt}`
  const toldAt = alias ? sql.raw(`${alias}.client_told_at`) : sql`${referral.clientToldAt}`
  return sql`(${newsAt} is not null and (${toldAt} is null or ${toldAt} < ${newsAt}))`
}
