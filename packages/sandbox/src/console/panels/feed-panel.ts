import { type Html, html } from '../../lib/html.ts'
import type { ConsoleInput } from '../console-input.ts'
import { hrefOf, LANES, type Lane } from '../parts/console-address.ts'
import { type FeedEntry, readFeed } from '../parts/feed.ts'
import { icon } from '../parts/icons.ts'
import { clockText, whenText } from '../parts/time-text.ts'

const TITLES: Readonly<Record<Lane, string>> = {
  all: 'All',
  page: 'Page',
  webhooks: 'Webhooks',
  state: 'State',
  mail: 'Mail',
}
const NEW_MS = 8000
const HALF_A_DAY_MS = 43_200_000

/** What happened, newest first. */
export function feedPanel(input: ConsoleInput): Html {
  const entries = readFeed(input)
  const now = input.world.time.moment()
  return html`<aside class="feed" id="feed" aria-labelledby="feed-title">
<header><div><h2 id="feed-title">Events</h2><span class="live"><span data-when="live">live</span><span data-when="paused">paused</span><span data-when="lost">not answering</span></span>
<button class="btn plain square right" type="button" data-pause data-keep aria-pressed="false" aria-label="Pause">${icon('pause')}</button></div>
<nav class="lanes" aria-label="Kinds of events">${LANES.map(
    (lane) =>
      html`<a href="${hrefOf(input.address, { lane })}" data-go${lane === input.address.lane && html` aria-current="true"`}>${TITLES[lane]}</a>`,
  )}</nav></header>
<ol>${entries.map((entry) => item(entry, now))}</ol>
${entries.length === 0 && html`<p class="nothing">Nothing yet.</p>`}
</aside>`
}

function item({ key, at, mark, tone, title, detail, code }: FeedEntry, now: number): Html {
  const time = Math.abs(now - at) < HALF_A_DAY_MS ? clockText(at) : whenText(at, now + 2 * HALF_A_DAY_MS)
  return html`<li id="event-${key}" data-tone="${tone}"${Math.abs(now - at) < NEW_MS && html` class="is-new"`}>
<time datetime="${new Date(at).toISOString()}">${time}</time>${icon(mark)}<div><p>${title}</p><small>${detail}</small></div>${code && html`<span class="result">${code}</span>`}
</li>`
}
