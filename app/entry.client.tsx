import { RemixBrowser } from '@remix-run/react'
import { hydrateRoot } from 'react-dom/client'

// RemixBrowser throws a promise until it has read the data of the page. Suspended at that, React 18 breaks at the next key
// pressed (its error 345), and nothing on the page works then; so the data is read first.
try {
  RemixBrowser({})
} catch (reading) {
  await reading
}
hydrateRoot(document, <RemixBrowser />)
