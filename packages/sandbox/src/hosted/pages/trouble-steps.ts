import { hostOf } from '../../core/catalog.ts'
import { html } from '../../lib/html.ts'
import { SANDBOX_PASSWORD } from '../parts/credentials.ts'
import { field, heading, helper, providerCard, type StepView } from './parts.ts'
import type { StepInput } from './step-input.ts'

/** The password is right and no longer good enough: the utility wants another one first. */
export function newPasswordStep({ flow, feedback, arrival }: StepInput): StepView {
  const name = flow.provider?.name ?? 'your utility'
  const host = hostOf(flow.provider?.url ?? '') ?? 'its website'
  return {
    title: 'New password needed',
    body: html`${heading(
      'Your utility wants a new password',
      html`${name} lets nobody in with the old one any more. It can only be changed there.`,
      arrival,
    )}
<ol class="todo">
<li><b>Set a new password there</b><span>Sign in as usual; it asks by itself. <code class="address">${host}</code></span></li>
<li><b>Tell whoever shares this login</b><span>The old password stops working for them too.</span></li>
<li><b>Enter the new one here</b><span>Then this sign-in goes on.</span></li>
</ol>
<div class="narrow">${field(
      {
        name: 'new-password',
        label: 'New password',
        value: '',
        attributes: html`type="password" autocomplete="current-password" required`,
        addition: html`<button type="button" class="show" hidden data-show="new-password" aria-pressed="false">Show<span class="unseen"> new password</span></button>`,
      },
      feedback,
    )}</div>
${helper('Sandbox passwords', 'nothing is really changed', [
  { code: SANDBOX_PASSWORD, outcome: 'Refused: the old one', fill: { 'new-password': SANDBOX_PASSWORD } },
  { code: null, outcome: 'Accepted', fill: { 'new-password': 'a-new-password' } },
])}`,
    back: 'Back',
    next: 'Continue',
  }
}

/** The sign-in works and shows nothing to collect. */
export function noAccountsStep({ flow, arrival }: StepInput): StepView {
  return {
    title: 'No accounts found',
    body: html`${heading(
      'This sign-in shows no accounts',
      html`${flow.provider?.name} accepted <b>${flow.login?.username}</b>, but there is nothing behind it that gets bills.`,
      arrival,
    )}
${flow.provider && providerCard(flow.provider, null)}
<div class="whats-next"><h2>Do you have another sign-in there?</h2><p>Many people have one for their home and one for work. Go back and use the one that shows the bills.</p></div>`,
    back: 'Use another sign-in',
    next: 'Go on anyway',
  }
}
