import { html } from '../../lib/html.ts'
import { SANDBOX_ANSWER, SANDBOX_CODE } from '../parts/credentials.ts'
import { field, heading, helper, type StepView } from './parts.ts'
import type { StepInput } from './step-input.ts'

/** The utility sent a code; the sandbox shows it. */
export function securityCodeStep({ flow, feedback, arrival }: StepInput): StepView {
  return {
    title: 'Security code',
    body: html`${heading(
      'Enter the security code',
      html`${flow.provider?.name} sent six digits to the phone ending in <b>42</b>. They can take a minute to arrive.`,
      arrival,
    )}
<div class="narrow">${field(
      {
        name: 'security-code',
        label: 'Security code',
        value: '',
        hint: 'You can paste all six.',
        attributes: html`type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required data-digits`,
      },
      feedback,
    )}</div>
<div class="whats-next"><h2>Does the code go to someone else?</h2><p>Ask them to read it to you. It is used once and not kept.</p></div>
${helper('Sandbox codes', 'nothing is really sent', [
  { code: SANDBOX_CODE, outcome: 'Accepted', fill: { 'security-code': SANDBOX_CODE } },
  {
    code: null,
    outcome: 'Refused; three tries, then back to sign-in',
    fill: { 'security-code': '000000' },
  },
])}`,
    back: 'Back',
    next: 'Continue',
  }
}

/** The utility asks what only its customer knows. */
export function securityQuestionStep({ flow, feedback, arrival }: StepInput): StepView {
  return {
    title: 'Security question',
    body: html`${heading(
      'Answer your security question',
      html`${flow.provider?.name} asks this to be sure that it is you.`,
      arrival,
    )}
<div class="narrow">${field(
      {
        name: 'answer',
        label: 'What was the name of your first pet?',
        value: '',
        hint: 'As you wrote it when you set up the account. Capitals do not matter.',
        attributes: html`type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required`,
      },
      feedback,
    )}</div>
${helper('Sandbox answers', 'the same for every utility', [
  { code: SANDBOX_ANSWER, outcome: 'Accepted', fill: { answer: SANDBOX_ANSWER } },
  { code: null, outcome: 'Refused; three tries, then back to sign-in', fill: { answer: 'vinegar' } },
])}`,
    back: 'Back',
    next: 'Continue',
  }
}
