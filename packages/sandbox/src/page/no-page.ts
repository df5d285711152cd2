import { html } from '../lib/html.ts'

const WORDS = {
  refused: 'The page refused to be shown in a frame.',
  broken: 'The connection was broken.',
}

/** What stands in the frame where a browser would show its own page. */
export function noPage(cause: keyof typeof WORDS): string {
  return html`<!doctype html><html lang="en"><head><title>No page</title></head>
<body><main><h1>No page</h1><p>${WORDS[cause]}</p></main></body></html>`.markup
}
