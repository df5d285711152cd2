import { html } from '../../lib/html.ts'
import { SANDBOX_PASSWORD, SANDBOX_SIGN_INS, type SandboxSignIn } from '../parts/credentials.ts'
import { field, heading, helper, providerCard, type StepView } from './parts.ts'
import type { StepInput } from './step-input.ts'

/** The others are behind a click. */
const SHOWN = 3

/** Username and password, below the name and address of who gets them. */
export function signInStep({ invitation, flow, feedback, arrival }: StepInput): StepView {
  const changeable = flow.start === 'find'
  return {
    title: 'Sign in',
    body: html`${heading('Sign in to your utility', 'Use the same username and password as on its website.', arrival)}
${
  flow.provider &&
  providerCard(
    flow.provider,
    changeable
      ? html`<button type="submit" form="back" class="as-link">Change<span class="unseen"> utility</span></button>`
      : null,
  )
}
<div class="columns">
${field(
  {
    name: 'username',
    label: 'Username or email',
    value: feedback.values.username ?? flow.login?.username ?? '',
    attributes: html`type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required`,
  },
  feedback,
)}
${field(
  {
    name: 'password',
    label: 'Password',
    value: '',
    attributes: html`type="password" autocomplete="current-password" required`,
    addition: html`<button type="button" class="show" hidden data-show="password" aria-pressed="false">Show<span class="unseen"> password</span></button>`,
  },
  feedback,
)}
</div>
${helper(
  'Sandbox sign-ins',
  html`password <code>${SANDBOX_PASSWORD}</code>`,
  [
    ...SANDBOX_SIGN_INS.slice(0, SHOWN).map(fillIn),
    {
      code: null,
      outcome: 'Sign-in not accepted',
      fill: { username: 'someone@example.com', password: 'wrong-password' },
    },
  ],
  SANDBOX_SIGN_INS.slice(SHOWN).map(fillIn),
)}`,
    ...(changeable ? { back: 'Back' as const } : {}),
    next: invitation.connectionId === null ? 'Sign in' : 'Send new sign-in',
  }
}

function fillIn({ username, says }: SandboxSignIn) {
  return { code: username, outcome: says, fill: { username, password: SANDBOX_PASSWORD } }
}
