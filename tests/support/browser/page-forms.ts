/** A form as it stands on a page, with what somebody might answer in each field. */
export interface PageForm {
  /** Where it is sent. */
  address: string
  method: 'get' | 'post'
  /** What it says to the browser’s memory of forms. */
  autoComplete: string
  fields: FormField[]
}

export interface FormField {
  name: string
  kind: 'hidden' | 'choice' | 'text'
  /** A plausible answer; several for a group of boxes. */
  values: string[]
  /** Where a field says of itself what the browser may fill in. */
  autoComplete?: string
}

/** The forms of a page of ours, as React writes it: attributes in double quotes, every one of them escaped. */
export function formsOf(html: string, address: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', body = '']) => {
    const autoComplete = attribute(head, 'autocomplete')
    const method = attribute(head, 'method') === 'post' ? ('post' as const) : ('get' as const)
    const fields = fieldsOf(body)
    const elsewhere = [...body.matchAll(/<button\b([^>]*)>/g)].map(([, button = '']) => attribute(button, 'formaction'))
    const addresses = [attribute(head, 'action') || address, ...elsewhere.filter(Boolean)]
    return addresses.map((one) => ({ address: one, method, autoComplete, fields }))
  })
}

function fieldsOf(body: string): FormField[] {
  const found = new Map<string, FormField>()
  const add = (field: FormField) => {
    const known = found.get(field.name)
    if (!known) found.set(field.name, field)
    else if (field.kind === 'choice') known.values.push(...field.values)
  }
  for (const [, tag, head = ''] of body.matchAll(/<(input|textarea)\b([^>]*?)\/?>/g)) {
    const name = attribute(head, 'name')
    const field = fieldOf(tag === 'textarea' ? 'textarea' : attribute(head, 'type'), name, attribute(head, 'value'))
    if (name) add({ ...field, autoComplete: attribute(head, 'autocomplete') })
  }
  for (const [, head = '', inner = ''] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const values = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attribute(option, 'value'))
    const name = attribute(head, 'name')
    if (name) add({ name, kind: 'choice', values: values.filter(Boolean) })
  }
  for (const [, head = ''] of body.matchAll(/<button\b([^>]*)>/g)) {
    const name = attribute(head, 'name')
    if (name) add({ name, kind: 'hidden', values: [attribute(head, 'value')] })
  }
  return [...found.values()]
}

function fieldOf(type: string, name: string, value: string): FormField {
  if (type === 'hidden') return { name, kind: 'hidden', values: [value] }
  if (type === 'radio' || type === 'checkbox') return { name, kind: 'choice', values: [value || 'on'] }
  return { name, kind: 'text', values: [value || wordsFor(name, type)] }
}

function wordsFor(name: string, type: string): string {
  if (/-day$/.test(name)) return '20'
  if (/-month$/.test(name)) return '11'
  if (/-year$/.test(name)) return '2026'
  if (/-time$|time$/i.test(name)) return '09:30'
  if (type === 'email' || /email/i.test(name)) return 'somebody@example.org'
  if (type === 'tel' || /phone/i.test(name)) return '07700 900123'
  return 'Some words that somebody typed.'
}

function attribute(head: string, name: string): string {
  const [, value = ''] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(head) ?? []
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The form filled in: the first of each choice, every hidden field, something in every other. */
export function filledIn({ fields }: PageForm): URLSearchParams {
  const body = new URLSearchParams()
  for (const { name, values } of fields) if (values[0] !== undefined) body.append(name, values[0])
  return body
}
