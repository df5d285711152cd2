import { type Html, html, trusted } from '../hosted/html.ts'

const circle = '<circle cx="8" cy="8" r="6.25"/>'

const ICONS = {
  alert: `${circle}<path d="M8 4.9v3.6M8 10.9v.01"/>`,
  ban: `${circle}<path d="m3.7 12.3 8.6-8.6"/>`,
  check: '<path d="m3.5 8.5 3 3 6-7"/>',
  checked: `${circle}<path d="m5.3 8.2 1.900 1.900 3.500-4"/>`,
  choose: '<path d="m5 6 3-3 3 3M5 10l3 3 3-3"/>',
  clock: `${circle}<path d="M8 4.750V8l2.200 1.500"/>`,
  cloud:
    '<path d="M4.700 12.750a2.800 2.800 0 0 1-.3-5.600 3.800 3.800 0 0 1 7.300.9 2.400 2.400 0 0 1-.3 4.700z"/><path d="M8 7.100v2.200M8 11v.01"/>',
  copy: '<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M10.500 3.400a1 1 0 0 0-1-.9h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 .9 1"/>',
  eye: '<path d="M1.600 8S4 3.600 8 3.600 14.400 8 14.400 8 12 12.400 8 12.400 1.600 8 1.600 8z"/><circle cx="8" cy="8" r="2"/>',
  help: `${circle}<path d="M6.200 6.300a1.800 1.800 0 1 1 2.500 1.700c-.5.250-.7.5-.7 1M8 11.200v.01"/>`,
  hook: '<circle cx="8" cy="4" r="1.9"/><circle cx="3.9" cy="11.6" r="1.9"/><circle cx="12.1" cy="11.6" r="1.9"/><path d="M7.100 5.700 4.800 9.900M8.900 5.700l2.300 4.200M5.800 11.600h4.400"/>',
  link: '<path d="M6.750 9.250a2.650 2.650 0 0 0 3.750 0l2.200-2.200a2.650 2.650 0 0 0-3.750-3.750l-.8.8M9.250 6.750a2.650 2.650 0 0 0-3.750 0l-2.200 2.200a2.650 2.650 0 0 0 3.750 3.750l.8-.8"/>',
  mail: '<rect x="1.900" y="3.400" width="12.200" height="9.200" rx="1.500"/><path d="m2.300 4.400 5.700 4.300 5.700-4.300"/>',
  minus: '<path d="M3.500 8h9"/>',
  moon: '<path d="M13.400 9.700A5.800 5.800 0 0 1 6.300 2.600a5.800 5.800 0 1 0 7.100 7.100z"/>',
  off: `${circle}<path d="M6.400 5.900v4.200M9.600 5.900v4.200"/>`,
  pause: '<path d="M5.500 3.500v9M10.500 3.500v9"/>',
  play: '<path d="m5 3.250 7.250 4.750L5 12.750z"/>',
  plus: '<path d="M8 3v10M3 8h10"/>',
  pulse: '<path d="M1.500 8h2.750l2-5 3.250 10 2-5h3"/>',
  replay: '<path d="M2.750 2.750v3.500h3.500M3 6.250A5.500 5.500 0 1 1 2.600 9.500"/>',
  send: '<path d="M14 2 7 9M14 2 9.600 14 7 9 2 6.400z"/>',
  sliders:
    '<path d="M2.500 5h5.400M11.100 5h2.400M2.500 11h2.400M8.100 11h5.400"/><circle cx="9.5" cy="5" r="1.6"/><circle cx="6.5" cy="11" r="1.6"/>',
  snow: '<path d="M8 1.600v12.800M2.500 4.800l11 6.400M13.500 4.800l-11 6.400M6.300 3 8 4.500 9.700 3M6.300 13 8 11.500 9.700 13"/>',
}

export type RoomIcon = keyof typeof ICONS

/** A line icon. Decoration: the words beside it, or the name of its button, say the same. */
export function icon(name: RoomIcon): Html {
  return html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true">${trusted(ICONS[name])}</svg>`
}

export const BRAND_MARK = trusted(
  '<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#16312f"/><path d="m16 6.500 7.500 4.400v8.700L16 24l-7.500-4.400v-8.700z" fill="none" stroke="#f0b54a" stroke-width="2" stroke-linejoin="round"/><path d="M16 12c1.700 2 2.800 3.300 2.800 5a2.800 2.800 0 0 1-5.600 0c0-1.700 1.100-3 2.800-5z" fill="#f0b54a"/></svg>',
)
