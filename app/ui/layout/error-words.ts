const ERROR_WORDS: Record<number, { title: string; text: string }> = {
  401: { title: 'Sign in again', text: 'Your session has ended.' },
  403: {
    title: 'This was refused',
    text: 'The request did not come from a page of this portal. Open the page again and repeat it.',
  },
  404: {
    title: 'Page not found',
    text: 'It may have moved, or you may not have access. Check the address, or start again from Today.',
  },
  413: { title: 'Your form is too large', text: 'Shorten what you typed and send it again.' },
  429: { title: 'Too many attempts', text: 'Wait a few minutes and try again.' },
  503: { title: 'Try again in a moment', text: 'The database is busy or cannot be reached.' },
}

const FAULT = {
  title: 'Something went wrong on our side',
  text: 'Either everything was saved or nothing was. Saved drafts are kept. Try again in a minute.',
}

const NOT_TAKEN = {
  title: 'This could not be done',
  text: 'The portal cannot accept this request. Go back, open the page again and repeat it.',
}

/** The title and text of an error page, by HTTP status. */
export function errorWords(status: number): { title: string; text: string } {
  return ERROR_WORDS[status] ?? (status >= 400 && status < 500 ? NOT_TAKEN : FAULT)
}
