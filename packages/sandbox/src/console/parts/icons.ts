import { type Html, html, trusted } from '../../lib/html.ts'

const circle = '<circle cx="8" cy="8" r="6.25"/>'

const ICONS = {
  alert: `${circle}<path d="M8 4.9v3.6M8 10.9v.01"/>`,
  ban: `${circle}<path d="m3.7 12.3 8.6-8.6"/>`,
  check: '<path d="m3.5 8.5 3 3 6-7"/>',
  checked: `${circle}<path d="m5.3 8.2 1.9 1.9 3.5-4"/>`,
  choose: '<path d="m5 6 3-3 3 3M5 10l3 3 3-3"/>',
  clock: `${circle}<path d="M8 4.75V8l2.2 1.5"/>`,
  cloud:
    '<path d="M4.7 12.75a2.8 2.8 0 0 1-.3-5.6 3.8 3.8 0 0 1 7.3.9 2.4 2.4 0 0 1-.3 4.7z"/><path d="M8 7.1v2.2M8 11v.01"/>',
  copy: '<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M10.5 3.4a1 1 0 0 0-1-.9h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 .9 1"/>',
  eye: '<path d="M1.6 8S4 3.6 8 3.6 14.4 8 14.4 8 12 12.4 8 12.4 1.6 8 1.6 8z"/><circle cx="8" cy="8" r="2"/>',
  help: `${circle}<path d="M6.2 6.3a1.8 1.8 0 1 1 2.5 1.7c-.5.25-.7.5-.7 1M8 11.2v.01"/>`,
  hook: '<circle cx="8" cy="4" r="1.9"/><circle cx="3.9" cy="11.6" r="1.9"/><circle cx="12.1" cy="11.6" r="1.9"/><path d="M7.1 5.7 4.8 9.9M8.9 5.7l2.3 4.2M5.8 11.6h4.4"/>',
  link: '<path d="M6.75 9.25a2.65 2.65 0 0 0 3.75 0l2.2-2.2a2.65 2.65 0 0 0-3.75-3.75l-.8.8M9.25 6.75a2.65 2.65 0 0 0-3.75 0l-2.2 2.2a2.65 2.65 0 0 0 3.75 3.75l.8-.8"/>',
  mail: '<rect x="1.9" y="3.4" width="12.2" height="9.2" rx="1.5"/><path d="m2.3 4.4 5.7 4.3 5.7-4.3"/>',
  minus: '<path d="M3.5 8h9"/>',
  moon: '<path d="M13.4 9.7A5.8 5.8 0 0 1 6.3 2.6a5.8 5.8 0 1 0 7.1 7.1z"/>',
  off: `${circle}<path d="M6.4 5.9v4.2M9.6 5.9v4.2"/>`,
  pause: '<path d="M5.5 3.5v9M10.5 3.5v9"/>',
  play: '<path d="m5 3.25 7.25 4.75L5 12.75z"/>',
  plus: '<path d="M8 3v10M3 8h10"/>',
  pulse: '<path d="M1.5 8h2.75l2-5 3.25 10 2-5h3"/>',
  replay: '<path d="M2.75 2.75v3.5h3.5M3 6.25A5.5 5.5 0 1 1 2.6 9.5"/>',
  send: '<path d="M14 2 7 9M14 2 9.6 14 7 9 2 6.4z"/>',
  sliders:
    '<path d="M2.5 5h5.4M11.1 5h2.4M2.5 11h2.4M8.1 11h5.4"/><circle cx="9.5" cy="5" r="1.6"/><circle cx="6.5" cy="11" r="1.6"/>',
  snow: '<path d="M8 1.6v12.8M2.5 4.8l11 6.4M13.5 4.8l-11 6.4M6.3 3 8 4.5 9.7 3M6.3 13 8 11.5 9.7 13"/>',
}

export type ConsoleIcon = keyof typeof ICONS

/** A line icon. Decoration: the words beside it, or the name of its button, say the same. */
export function icon(name: ConsoleIcon): Html {
  return html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true">${trusted(ICONS[name])}</svg>`
}

export const BRAND_MARK = trusted(
  '<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#16312f"/><path d="m16 6.5 7.5 4.4v8.7L16 24l-7.5-4.4v-8.7z" fill="none" stroke="#f0b54a" stroke-width="2" stroke-linejoin="round"/><path d="M16 12c1.7 2 2.8 3.3 2.8 5a2.8 2.8 0 0 1-5.6 0c0-1.7 1.1-3 2.8-5z" fill="#f0b54a"/></svg>',
)
