import { filledIn, type PageForm } from './browser/page-forms.ts'

/** What a page says of a form that it refused. */
export interface RefusedPage {
  title: string
  /** Whether the summary comes before anything else in the main content. */
  summaryFirst: boolean
  /** The fields that the summary leads to. */
  fields: string[]
  messages: string[]
}

export function refusedPage(html: string): RefusedPage {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? []
  const [, main = ''] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? []
  const [summary = ''] = /<div class="govuk-error-summary"[\s\S]*?<\/ul>/.exec(main) ?? []
  return {
    title,
    summaryFirst: /^(<!--.*?-->|\s)*<div class="govuk-error-summary"/.test(main),
    fields: [...summary.matchAll(/<a href="#([^"]*)"/g)].map(([, field = '']) => field),
    messages: [...summary.matchAll(/<a href="#[^"]*"[^>]*>([^<]*)/g)].map(([, message = '']) => message),
  }
}

const DATE_BOX = /-(day|month|year|time)$/

/** The question that a box of a form belongs to. */
export function questionOf(name: string): string {
  return name.replace(DATE_BOX, '')
}

/** A form that is refused whatever else it holds, so nothing is written: its key is missing. */
export function withoutKey(form: PageForm, answers: Record<string, string> = {}): URLSearchParams {
  const body = filledIn(form)
  for (const [name, value] of Object.entries(answers)) body.set(name, value)
  body.delete('idempotencyKey')
  return body
}

/** For each question of a form an answer that hardly any question takes. */
export function wrongAnswers({ fields }: PageForm): Record<string, string> {
  const wrong = fields.filter(({ name, kind }) => kind !== 'hidden' && name !== 'idempotencyKey')
  return Object.fromEntries(
    wrong.map(({ name, kind }) => [
      name,
      DATE_BOX.test(name) ? '99' : kind === 'choice' ? 'none-of-these' : 'x'.repeat(10_001),
    ]),
  )
}
