import { html } from 'hono/html'
import { hostOf } from '../../state/providers.ts'
import {
  field,
  type HelperRow,
  helper,
  providerCard,
  type StepInput,
  type StepView,
  showButton,
  whatsNext,
} from '../parts.ts'
import {
  SANDBOX_ANSWER,
  SANDBOX_CODE,
  SANDBOX_PASSWORD,
  SANDBOX_SIGN_INS,
  type SandboxSignIn,
} from '../sign-ins.ts'

/** The others are behind a click. */
const SHOWN = 3

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

/** Username and password, below the name and address of who gets them. */
export function signInStep({ invitation, flow, feedback }: StepInput): StepView {
  const change =
    flow.start === 'find'
      ? html`<button type="submit" form="back" class="as-link">Change<span class="unseen"> utility</span></button>`
      : null
  return {
    title: 'Sign in',
    heading: 'Sign in to your utility',
    sub: 'Use the same username and password as on its website.',
    body: html`${providerCard(flow.provider, change)}
<div class="columns">
${field(feedback, {
  name: 'username',
  label: 'Username or email',
  value: feedback.values.username ?? flow.login?.username ?? '',
  attributes: html`type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required`,
})}
${field(feedback, {
  name: 'password',
  label: 'Password',
  attributes: html`type="password" autocomplete="current-password" required`,
  addition: showButton('password', 'password'),
})}
</div>
${helper(
  'Sandbox sign-ins',
  html`password <code>${SANDBOX_PASSWORD}</code>`,
  [
    ...SANDBOX_SIGN_INS.slice(0, SHOWN).map(toRow),
    {
      code: null,
      outcome: 'Sign-in not accepted',
      fill: { username: 'someone@example.com', password: 'wrong-password' },
    },
  ],
  SANDBOX_SIGN_INS.slice(SHOWN).map(toRow),
)}`,
    ...(change && { back: 'Back' }),
    next: invitation.connectionId === null ? 'Sign in' : 'Send new sign-in',
  }
}

function toRow({ username, says }: SandboxSignIn): HelperRow {
  return { code: username, outcome: says, fill: { username, password: SANDBOX_PASSWORD } }
}

/** The utility sent a code; the sandbox shows it. */
export function securityCodeStep({ flow, feedback }: StepInput): StepView {
  return {
    title: 'Security code',
    heading: 'Enter the security code',
    sub: html`${flow.provider?.name} sent six digits to the phone ending in <b>42</b>. They can take a minute to arrive.`,
    body: html`<div class="narrow">${field(feedback, {
      name: 'security-code',
      label: 'Security code',
      hint: 'You can paste all six.',
      attributes: html`type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required data-digits`,
    })}</div>
${whatsNext('Does the code go to someone else?', 'Ask them to read it to you. It is used once and not kept.')}
${helper('Sandbox codes', 'nothing is really sent', [
  { code: SANDBOX_CODE, outcome: 'Accepted', fill: { 'security-code': SANDBOX_CODE } },
  { code: null, outcome: REFUSED, fill: { 'security-code': '000000' } },
])}`,
    back: 'Back',
    next: 'Continue',
  }
}

const REFUSED = 'Refused; three tries, then back to sign-in'

/** The utility asks what only its customer knows. */
export function securityQuestionStep({ flow, feedback }: StepInput): StepView {
  return {
    title: 'Security question',
    heading: 'Answer your security question',
    sub: `${flow.provider?.name} asks this to be sure that it is you.`,
    body: html`<div class="narrow">${field(feedback, {
      name: 'answer',
      label: 'What was the name of your first pet?',
      hint: 'As you wrote it when you set up the account. Capitals do not matter.',
      attributes: html`type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required`,
    })}</div>
${helper('Sandbox answers', 'the same for every utility', [
  { code: SANDBOX_ANSWER, outcome: 'Accepted', fill: { answer: SANDBOX_ANSWER } },
  { code: null, outcome: REFUSED, fill: { answer: 'vinegar' } },
])}`,
    back: 'Back',
    next: 'Continue',
  }
}

/** The password is right and no longer good enough: the utility wants another one first. */
export function newPasswordStep({ flow, feedback }: StepInput): StepView {
  const name = flow.provider?.name ?? 'your utility'
  const host = hostOf(flow.provider?.url ?? '') ?? 'its website'
  return {
    title: 'New password needed',
    heading: 'Your utility wants a new password',
    sub: `${name} lets nobody in with the old one any more. It can only be changed there.`,
    body: html`<ol class="todo">
<li><b>Set a new password there</b><span>Sign in as usual; it asks by itself. <code class="address">${host}</code></span></li>
<li><b>Tell whoever shares this login</b><span>The old password stops working for them too.</span></li>
<li><b>Enter the new one here</b><span>Then this sign-in goes on.</span></li>
</ol>
<div class="narrow">${field(feedback, {
      name: 'new-password',
      label: 'New password',
      attributes: html`type="password" autocomplete="current-password" required`,
      addition: showButton('new-password', 'new password'),
    })}</div>
${helper('Sandbox passwords', 'nothing is really changed', [
  { code: SANDBOX_PASSWORD, outcome: 'Refused: the old one', fill: { 'new-password': SANDBOX_PASSWORD } },
  { code: null, outcome: 'Accepted', fill: { 'new-password': 'a-new-password' } },
])}`,
    back: 'Back',
    next: 'Continue',
  }
}

export function noAccountsStep({ flow }: StepInput): StepView {
  return {
    title: 'No accounts found',
    heading: 'This sign-in shows no accounts',
    sub: html`${flow.provider?.name} accepted <b>${flow.login?.username}</b>, but there is nothing behind it that gets bills.`,
    body: html`${providerCard(flow.provider)}
${whatsNext(
  'Do you have another sign-in there?',
  'Many people have one for their home and one for work. Go back and use the one that shows the bills.',
)}`,
    back: 'Use another sign-in',
    next: 'Go on anyway',
  }
}
