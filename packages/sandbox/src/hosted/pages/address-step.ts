import { SANDBOX_PROVIDER_URL } from '../../core/catalog.ts'
import { type Html, html } from '../../lib/html.ts'
import { field, heading, helper, providerCard, type StepView } from './parts.ts'
import type { StepInput } from './step-input.ts'

/** Type the provider's address, then confirm what was found. */
export function addressStep({ flow, feedback, arrival }: StepInput): StepView {
  const value = feedback.values.address ?? flow.candidate?.url ?? ''
  return {
    title: 'Your utility’s address',
    body: html`${heading(
      'Where do you see your bills?',
      'Paste the address from your browser’s address bar. The sign-in page is best; the home page works too.',
      arrival,
    )}
${field(
  {
    name: 'address',
    label: 'Web address',
    value,
    attributes: html`type="url" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="https://"`,
    addition: html`<button type="submit" name="action" value="look-up" class="button button-line">Look up</button>`,
  },
  feedback,
)}
${confirmation(flow)}
${helper('Sandbox address', 'the one Nectar documents', [
  {
    code: SANDBOX_PROVIDER_URL,
    outcome: 'Opens the practice utility',
    fill: { address: SANDBOX_PROVIDER_URL },
  },
])}`,
    back: 'Back',
  }
}

function confirmation({ candidate }: StepInput['flow']): Html | null {
  if (candidate === null) return null
  const listed = candidate.listed !== null
  return html`<section class="confirm" aria-labelledby="confirm-title">
<h2 id="confirm-title" class="over">${listed ? 'Is this the one?' : 'This address is new to us. Is it right?'}</h2>
${providerCard(
  candidate,
  html`<button type="submit" name="action" value="confirm" class="button">Yes, continue</button>`,
)}
<p class="hint">${listed ? 'Not it? Check the spelling and look it up again.' : 'A person at Nectar looks at new utilities, so the first check can take longer.'}</p>
</section>`
}
