import { html } from '../../lib/html.ts'
import { icon } from '../parts/icons.ts'
import { count, dateTime, day, typeList } from '../parts/text.ts'
import { heading, type StepView } from './parts.ts'
import type { StepInput } from './step-input.ts'

const CHECK_AT_MOST_MS = 48 * 3_600_000

/** The end. It says what was received and no more: whether the sign-in works is not known yet. */
export function doneStep({ world, flow, arrival }: StepInput): StepView {
  const summary = flow.summary ?? { at: world.clock.now(), siteCount: 0, types: [], since: null }
  const brand = world.options.brand.name
  const collected = [typeList(summary.types), summary.since && `bills since ${day(summary.since)}`].filter(
    Boolean,
  )
  const forwarded = flow.start === 'codes'
  return {
    title: 'Details received',
    body: html`<span class="glyph glyph-good">${icon('check')}</span>
${heading(
  'Details received',
  `Nothing more for you to do. ${forwarded ? 'Whether the codes arrive' : 'Your sign-in'} is being checked now; ${brand} shows you how that went, or if something is missing.`,
  arrival,
)}
<ol class="path">
<li data-done><b>Details received</b><span>${dateTime(summary.at)}</span></li>
<li><b>First check</b><span>Usually within hours, at the latest ${dateTime(summary.at + CHECK_AT_MOST_MS)}</span></li>
<li><b>First bills</b><span>A few days after that</span></li>
</ol>
<dl class="facts">
<div><dt>Utility</dt><dd>${flow.provider?.name}</dd></div>
${
  // Who holds the link did not type the username here, and need not know it.
  forwarded
    ? html`<div><dt>Security codes</dt><dd>Forwarded</dd></div>`
    : html`<div><dt>Signed in as</dt><dd>${flow.login?.username}</dd></div>`
}
${summary.siteCount > 0 && html`<div><dt>Sites</dt><dd>${count(summary.siteCount, 'site')}</dd></div>`}
${collected.length > 0 && html`<div><dt>Collected</dt><dd>${collected.join(', ')}</dd></div>`}
</dl>`,
    note: 'You can close this page.',
  }
}
