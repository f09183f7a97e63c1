import { z } from 'zod'
import { notFound } from '../../access/require.server.ts'
import type { AutosavedForm, PageOf } from '../../domain/drafts/draft-form.ts'
import type { FormPage, MultiPageForm } from './form-page.ts'

/** The page of a form that an address names. @throws Response 404 */
export function findPage<Saved, Form extends AutosavedForm, Schema extends z.ZodObject>(
  { pages }: MultiPageForm<Saved, Form, Schema>,
  id: string | undefined,
): FormPage<Saved, PageOf<Form>, Schema> {
  const page = pages.find((one) => one.id === id)
  if (!page) throw notFound()
  return page
}

/** Each schema of a union, with the id of its page. */
type Named<Schema, Id extends string> =
  Schema extends z.ZodObject<infer Shape> ? z.ZodObject<Shape & { page: z.ZodType<Id> }> : never

/** For `formAction`: the schema of the page in the address (`:page`), whose id comes with the answers as `page`. */
export function pageInput<Saved, Form extends AutosavedForm, Schema extends z.ZodObject>(
  form: MultiPageForm<Saved, Form, Schema>,
) {
  return (params: { page?: string }) => {
    const page = findPage(form, params.page)
    const named = page.schema.safeExtend({ page: z.unknown().transform(() => page.id) })
    // The compiler does not see through the union of the schemas of all pages.
    return named as unknown as Named<Schema, PageOf<Form>>
  }
}
