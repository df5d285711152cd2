import { html } from 'hono/html'
import { hostOf } from '../state/providers.ts'
import type { Feedback } from './advance.ts'
import type { ChosenProvider, Visit } from './flows.ts'
import { blankMark, icon, providerMark } from './icons.ts'

/** Markup; whatever else is put into `html` is escaped. */
export type Html = ReturnType<typeof html>

/** What a step's page is made from. */
export interface StepInput extends Visit {
  feedback: Feedback
  /** How the page came about: opened, or by something that the customer did on the page before. */
  arrival: 'opened' | 'moved'
}

/** Everything a step's page is made of. */
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

const DATE = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
const dayFormat = new Intl.DateTimeFormat('en-GB', DATE)
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  ...DATE,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** A date-time in UTC; the page's script turns it into the reader's own time. @param ms since the epoch */
export function dateTime(ms: number): Html {
  const at = new Date(ms)
  return html`<time datetime="${at.toISOString()}" data-local>${timeFormat.format(at)} UTC</time>`
}

/** A day. @param text `YYYY-MM-DD` */
export function day(text: string): string {
  return dayFormat.format(new Date(`${text}T00:00:00Z`))
}
