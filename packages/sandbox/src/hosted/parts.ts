import { html, raw } from 'hono/html'
import { hostOf, type Mark } from '../state/providers.ts'
import type { Feedback } from './advance.ts'
import type { ChosenProvider, Visit } from './flows.ts'

/** Markup; whatever else is put into `html` is escaped. */
export type Html = ReturnType<typeof html>

export interface StepInput extends Visit {
  feedback: Feedback
  /** How the page came about: opened, or by something that the customer did on the page before. */
  arrival: 'opened' | 'moved'
}

export interface StepView {
  title: string
  /** Above the heading. */
  glyph?: Html
  heading: string
  sub: Html | string
  /** The form's content below the heading. */
  body?: Html
  /** Left in the footer. */
  back?: 'Back' | 'Use another address' | 'Use another sign-in'
  /** Going back sends what was chosen, so that it is there again. */
  backKeepsChoices?: boolean
  /** Right in the footer. */
  next?: string
  /** In place of buttons. */
  note?: string
}

interface Field {
  name: string
  label: string
  /** Further attributes of the input. */
  attributes: Html
  value?: string
  hint?: string
  /** Beside the input, in the same box. */
  addition?: Html
}

/** A labeled input with its hint and its error, tied together. */
export function field(feedback: Feedback, { name, label, hint, addition, attributes, value }: Field): Html {
  const error = feedback.errors[name]
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return html`<div class="field">
<label class="label" for="${name}">${label}</label>
<div class="with"><input class="input" id="${name}" name="${name}" value="${value ?? feedback.values[name] ?? ''}" ${attributes} ${described && html`aria-describedby="${described}"`} ${error && html`aria-invalid="true"`}>${addition}</div>
${errorText(feedback, name)}
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
</div>`
}

export function errorText(feedback: Feedback, name: string): Html | null {
  const error = feedback.errors[name]
  return error === undefined ? null : html`<p class="error" id="${name}-error">${error}</p>`
}

/** For the addition of a field with a password. It is there with the page's script only. */
export function showButton(name: string, label: string): Html {
  return html`<button type="button" class="show" hidden data-show="${name}" aria-pressed="false">Show<span class="unseen"> ${label}</span></button>`
}

/** Who gets the password: mark, name and address. */
export function providerCard(provider: ChosenProvider | null, action: Html | null = null): Html | null {
  if (provider === null) return null
  return html`<div class="card">
${provider.listed ? providerMark(provider.listed) : blankMark('link')}
<p><b>${provider.name}</b><small>${icon('lock')}${hostOf(provider.url) ?? provider.url}</small></p>
${action}
</div>`
}

/** What stands beside the task: whose turn it is, or another way. */
export function whatsNext(title: string, text: string): Html {
  return html`<div class="whats-next"><h2>${title}</h2><p>${text}</p></div>`
}

/** One row of the sandbox's helper: what to fill in, and where it leads. */
export interface HelperRow {
  /** Shown; null: "anything else". */
  code: string | null
  outcome: string
  /** Values by field name. */
  fill: Record<string, string>
}

/** The sandbox speaking: sign-ins, codes and addresses, on the same hatch as the strip. */
export function helper(title: string, note: Html | string, rows: HelperRow[], more: HelperRow[] = []): Html {
  return html`<section class="helper" aria-labelledby="helper-title">
<header><h2 id="helper-title">${title}</h2><p>${note}</p></header>
${helperRows(rows)}
${more.length > 0 && html`<details><summary>${more.length} more endings</summary>${helperRows(more)}</details>`}
</section>`
}

function helperRows(rows: HelperRow[]): Html {
  return html`<ul>${rows.map(
    ({ code, outcome, fill }) => html`<li>
${code === null ? html`<i>anything else</i>` : html`<code>${code}</code>`}<span>${outcome}</span>
<button type="button" class="fill" hidden data-fill="${JSON.stringify(fill)}">Fill in<span class="unseen"> ${code ?? 'anything else'}</span></button>
</li>`,
  )}</ul>`
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** A date-time in UTC; the page's script turns it into the reader's own time. @param ms since the epoch */
export function dateTime(ms: number): Html {
  const at = new Date(ms)
  return html`<time datetime="${at.toISOString()}" data-local>${TIME.format(at)} UTC</time>`
}

/** A day. @param text `YYYY-MM-DD` */
export function day(text: string): string {
  return DAY.format(new Date(`${text}T00:00:00Z`))
}

export type IconName = keyof typeof ICONS

const ICONS = {
  back: '<path d="M13 8H3m4.2-4.2L3 8l4.2 4.2"/>',
  ban: '<circle cx="8" cy="8" r="6.2"/><path d="m3.7 12.3 8.6-8.6"/>',
  check: '<path d="m3.4 8.6 3 3 6.2-7"/>',
  clock: '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.6V8l2.3 1.6"/>',
  forward: '<path d="m6 3.4 4.6 4.6L6 12.6"/>',
  link: '<path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2A2.6 2.6 0 0 0 9 3.300l-.8.8M9.2 6.800a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.700l.8-.8"/>',
  lock: '<rect x="3.2" y="7" width="9.6" height="6.8" rx="1.5"/><path d="M5.2 7V5.300a2.8 2.8 0 0 1 5.6 0V7"/>',
  plus: '<path d="M8 3.200v9.600M3.2 8h9.6"/>',
  search: '<circle cx="7" cy="7" r="4.5"/><path d="m10.4 10.4 3.1 3.1"/>',
  shield:
    '<path d="m8 1.9 5 1.800v4c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.400v-4z"/><path d="m5.8 7.9 1.6 1.6 2.9-3.2"/>',
}

/** A line icon of 16 px. Decoration: the words beside it say the same. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${raw(ICONS[name])}</svg>`
}

const line = 'fill="none" stroke="#fff" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round"'

const MARKS: Record<Mark, string> = {
  peaks: `<path d="m6 22 6.5-9 4 5.200L21 11l5 11" ${line}/>`,
  flame:
    '<path fill="#fff" d="M16.4 6.500c.4 3.6 5.6 5.9 5.6 11a6 6 0 0 1-12 .2c0-2.6 1.4-4 2.5-5.6.4 1.5 1 2.2 2 2.4.9-2.6.4-5.3 1.9-8z"/>',
  waves: `<path d="M7 12c3-2.8 6 2.8 9 0s6 2.8 9 0M7 16.500c3-2.8 6 2.8 9 0s6 2.8 9 0M7 21c3-2.8 6 2.8 9 0s6 2.8 9 0" ${line}/>`,
  sun: `<circle cx="16" cy="16" r="4" fill="#fff"/><path d="M16 7v2m0 14v2M7 16h2m14 0h2M9.6 9.600l1.5 1.500m9.8 9.8 1.5 1.500m0-12.8-1.5 1.500m-9.8 9.8-1.5 1.5" ${line}/>`,
  harbor: `<path d="M9.5 15.500a6.5 6.5 0 0 1 13 0z" fill="#fff"/><path d="M7.5 19h17m-14 3.600h11" ${line}/>`,
  rings: `<circle cx="16" cy="16" r="8" ${line}/><circle cx="16" cy="16" r="3.6" ${line}/>`,
  drop: '<path fill="#fff" d="M16 6.800c3.2 4.2 5.5 6.8 5.5 10.100a5.5 5.5 0 0 1-11 0c0-3.3 2.3-5.9 5.5-10.100z"/>',
  bolt: '<path fill="#fff" d="M17.6 6 9.5 17.400h5.400L14.2 26l8.3-11.600h-5.600z"/>',
  steam: `<path d="M11 23c-2.5-2.5 2.5-4.5 0-7s0-4.5 1-5.500M16 23c-2.5-2.5 2.5-4.5 0-7s0-4.5 1-5.500M21 23c-2.5-2.5 2.5-4.5 0-7s0-4.5 1-5.5" ${line}/>`,
  hive: '<path d="m16 6.6 7.6 4.400v8.800L16 24.200l-7.6-4.400V11z" fill="none" stroke="#f0b54a" stroke-width="2" stroke-linejoin="round"/><path fill="#f0b54a" d="M16 12c1.7 2.1 2.8 3.4 2.8 5a2.8 2.8 0 0 1-5.6 0c0-1.6 1.1-2.9 2.8-5z"/>',
}

/** The square mark of a provider. */
export function providerMark({ mark, color }: { mark: Mark; color: string }): Html {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="${color}"/>${raw(MARKS[mark])}</svg>`
}

/** In place of a mark, for a provider outside the catalog. */
export function blankMark(name: IconName): Html {
  return html`<span class="mark mark-blank">${icon(name)}</span>`
}
