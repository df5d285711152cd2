import { hostOf } from '../../core/catalog.ts'
import { type Html, html } from '../../lib/html.ts'
import type { ChosenProvider, Flow } from '../flows.ts'
import type { Feedback } from '../next-step.ts'
import { blankMark, icon, providerMark } from '../parts/icons.ts'
import type { Arrival } from './step-input.ts'

/** Everything a step's page is made of. */
export interface StepView {
  title: string
  /** The form's content above the footer. */
  body: Html
  /** Left in the footer. */
  back?: 'Back' | 'Use another address' | 'Use another sign-in'
  /** Right in the footer. */
  next?: string
  /** In place of buttons. */
  note?: Html | string
}

/** The heading; `moved` sends the focus there, unless a field has to be corrected. */
export function heading(text: string, sub: Html | string, arrival: Arrival): Html {
  return html`<h1 tabindex="-1" ${arrival === 'moved' && FOCUS}>${text}</h1><p class="sub">${sub}</p>`
}

const FOCUS = html`data-focus`

/** A form that goes one step back. It is its own form, so that Enter in a field never goes back. */
export function backForm(flow: Flow): Html {
  return html`<form id="back" method="post">${hiddenFields(flow)}<input type="hidden" name="action" value="back"></form>`
}

export function hiddenFields(flow: Flow): Html {
  return html`<input type="hidden" name="flow" value="${flow.id}"><input type="hidden" name="at" value="${flow.step}">`
}

export interface Field {
  name: string
  label: string
  hint?: string
  /** Beside the input, in the same box. */
  addition?: Html
  /** Further attributes of the input. */
  attributes: Html
  value?: string
}

/** A labeled input with its hint and its error, tied together. */
export function field({ name, label, hint, addition, attributes, value }: Field, feedback: Feedback): Html {
  const error = feedback.errors[name]
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return html`<div class="field">
<label class="label" for="${name}">${label}</label>
<div class="with"><input class="input" id="${name}" name="${name}" value="${value ?? feedback.values[name] ?? ''}" ${attributes} ${described && html`aria-describedby="${described}"`} ${error && html`aria-invalid="true"`}>${addition}</div>
${errorText(name, feedback)}
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
</div>`
}

export function errorText(name: string, feedback: Feedback): Html | null {
  const error = feedback.errors[name]
  return error === undefined ? null : html`<p class="error" id="${name}-error">${error}</p>`
}

/** Who gets the password: mark, name and address. */
export function providerCard(provider: ChosenProvider, action: Html | null): Html {
  return html`<div class="card">
${provider.listed ? providerMark(provider.listed) : blankMark('link')}
<p><b>${provider.name}</b><small>${icon('lock')}${hostOf(provider.url) ?? provider.url}</small></p>
${action}
</div>`
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
export function helper(
  title: string,
  note: Html | string,
  rows: readonly HelperRow[],
  more: readonly HelperRow[] = [],
): Html {
  return html`<section class="helper" aria-labelledby="helper-title">
<header><h2 id="helper-title">${title}</h2><p>${note}</p></header>
${helperRows(rows)}
${more.length > 0 && html`<details><summary>${more.length} more endings</summary>${helperRows(more)}</details>`}
</section>`
}

function helperRows(rows: readonly HelperRow[]): Html {
  return html`<ul>${rows.map(
    ({ code, outcome, fill }) => html`<li>
${code === null ? html`<i>anything else</i>` : html`<code>${code}</code>`}<span>${outcome}</span>
<button type="button" class="fill" hidden data-fill="${JSON.stringify(fill)}">Fill in<span class="unseen"> ${code ?? 'anything else'}</span></button>
</li>`,
  )}</ul>`
}
