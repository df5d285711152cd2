import { html } from '../../lib/html.ts'
import { field, heading, helper, type StepView } from './parts.ts'
import type { StepInput } from './step-input.ts'

/** For invitations that name people: the address first. */
export function emailStep({ feedback, arrival }: StepInput): StepView {
  return {
    title: 'Verify your address',
    body: html`${heading(
      'First, is it really you?',
      'This link was made for certain people only. We send a code to your address, so that nobody else can use it.',
      arrival,
    )}
<div class="narrow">${field(
      {
        name: 'email',
        label: 'Your email',
        hint: 'It has to be the address the invitation was made for.',
        attributes: html`type="email" autocomplete="email" spellcheck="false" required`,
      },
      feedback,
    )}</div>`,
    next: 'Send me a code',
  }
}

/** Then the code. Nothing is mailed: the sandbox shows it. */
export function codeStep({ flow, feedback, arrival }: StepInput): StepView {
  const code = flow.mailed?.code ?? ''
  return {
    title: 'Enter the code',
    body: html`${heading('Enter the code', html`We sent six digits to <b>${flow.mailed?.email}</b>.`, arrival)}
<div class="narrow">${field(
      {
        name: 'code',
        label: 'Code',
        value: '',
        attributes: html`type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required data-digits`,
      },
      feedback,
    )}</div>
${helper('Sandbox mail', 'nothing is really sent', [
  { code, outcome: 'Accepted', fill: { code } },
  { code: null, outcome: 'Refused; three tries, then a new code', fill: { code: wrongCode(code) } },
])}`,
    back: 'Use another address',
    next: 'Continue',
  }
}

function wrongCode(code: string): string {
  return code === '000000' ? '111111' : '000000'
}
