import { type Html, html } from '../../lib/html.ts'
import { icon } from './icons.ts'

/** The part of an id that people tell things apart by. */
export function shortId(id: string): string {
  return id.slice(0, 4)
}

/** Such as `msg_2kWq`. */
export function shortEvent(id: string): string {
  return id.slice(0, 8)
}

export interface Panel {
  id: string
  title: string
  note?: string | undefined
  actions?: Html | undefined
  body: Html
}

/** One box of the page. Its heading takes the focus when what had it is gone. */
export function panel({ id, title, note, actions, body }: Panel): Html {
  return html`<section class="panel" id="${id}" aria-labelledby="${id}-title" data-panel>
<header><h2 id="${id}-title" tabindex="-1">${title}</h2><span class="dim">${note}</span><span class="right">${actions}</span></header>
${body}
</section>`
}

export function copyButton(text: string, what: string): Html {
  return html`<button class="btn plain square" type="button" data-copy="${text}" data-said="${what} copied" aria-label="Copy ${what}">${icon('copy')}</button>`
}

/** For a table that has nothing to show. */
export function nothing(text: string): Html {
  return html`<p class="nothing">${text}</p>`
}
