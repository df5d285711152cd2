import { html } from 'hono/html'
import { field, helper, type StepInput, type StepView } from '../parts.ts'

/** For invitations that name people: the address first. */
export function emailStep({ feedback }: StepInput): StepView {
  return {
    title: 'Verify your address',
    heading: 'First, is it really you?',
    sub: 'This link was made for certain people only. We send a code to your address, so that nobody else can use it.',
    body: html`<div class="narrow">${field(feedback, {
      name: 'email',
      label: 'Your email',
      hint: 'It has to be the address the invitation was made for.',
      attributes: html`type="email" autocomplete="email" spellcheck="false" required`,
    })}</div>`,
    next: 'Send me a code',
  }
}

/** Then the code. Nothing is mailed: the sandbox shows it. */
export function codeStep({ flow, feedback }: StepInput): StepView {
  const code = flow.mailed?.code ?? ''
  const wrongCode = code === '000000' ? '111111' : '000000'
  return {
    title: 'Enter the code',
    heading: 'Enter the code',
    sub: html`We sent six digits to <b>${flow.mailed?.email}</b>.`,
    body: html`<div class="narrow">${field(feedback, {
      name: 'code',
      label: 'Code',
      attributes: html`type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required data-digits`,
    })}</div>
${helper('Sandbox mail', 'nothing is really sent', [
  { code, outcome: 'Accepted', fill: { code } },
  { code: null, outcome: 'Refused; three tries, then a new code', fill: { code: wrongCode } },
])}`,
    back: 'Use another address',
    next: 'Continue',
  }
}
