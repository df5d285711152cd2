import { renderToString } from 'react-dom/server'
import { Page, type PageSettings } from './page.tsx'

/** The page as markup, on the server. */
export function renderPage(settings: PageSettings): string {
  return renderToString(<Page {...settings} />)
}
