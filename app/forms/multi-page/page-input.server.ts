import { z } from 'zod'
import { notFound } from '../../access/require.server.ts'
import type { AutosavedForm, PageOf } from '../../domain/drafts/draft-form.ts'
import type { FormPage, MultiPageForm } from './form-page.ts'

/** The page of a form with this id. @throws Response 404 when there is none */
export function findPage<Saved, Form extends AutosavedForm, Schema extends z.ZodObject>(
  { pages }: MultiPageForm<Saved, Form, Schema>,
  id: string | undefined,
): FormPage<Saved, PageOf<Form>, Schema> {
  const page = pages.find((page) => page.id === id)
  if (!page) throw notFound()
  return page
}

/** Each schema of a union, with the id of its page. */
type Named<Schema, Id extends string> =
  Schema extends z.ZodObject<infer Shape> ? z.ZodObject<Shape & { page: z.ZodType<Id> }> : never

/** For `formAction`: the schema of the page in the address (`:page`). Its answers get the page's id as `page`. */
export function pageInput<Saved, Form extends AutosavedForm, Schema extends z.ZodObject>(
  form: MultiPageForm<Saved, Form, Schema>,
) {
  return (params: { page?: string }) => {
    const page = findPage(form, params.page)
    const named = page.schema.safeExtend({ page: z.unknown().transform(() => page.id) })
    // TypeScript cannot follow the union of all pages' schemas.
    return named as unknown as Named<Schema, PageOf<Form>>
  }
}
