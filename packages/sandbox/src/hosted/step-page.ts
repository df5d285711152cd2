import { html } from 'hono/html'
import type { StepName, Visit } from './flows.ts'
import { layout } from './layout.ts'
import { type Html, icon, type StepInput, type StepView } from './parts.ts'
import { addressStep, findStep } from './steps/find-steps.ts'
import { codesStep, configureStep, doneStep } from './steps/last-steps.ts'
import {
  codeStep,
  emailStep,
  newPasswordStep,
  noAccountsStep,
  securityCodeStep,
  securityQuestionStep,
  signInStep,
} from './steps/sign-in-steps.ts'

const VIEWS: Record<StepName, (input: StepInput) => StepView> = {
  email: emailStep,
  code: codeStep,
  find: findStep,
  address: addressStep,
  'sign-in': signInStep,
  'security-code': securityCodeStep,
  'security-question': securityQuestionStep,
  'new-password': newPasswordStep,
  'no-accounts': noAccountsStep,
  codes: codesStep,
  configure: configureStep,
  done: doneStep,
}

export function stepPage(input: StepInput): Html {
  const { state, invitation, flow, feedback, arrival } = input
  const view = VIEWS[flow.step](input)
  const wrong = Object.keys(feedback.errors).length > 0
  const hidden = html`<input type="hidden" name="flow" value="${flow.id}"><input type="hidden" name="at" value="${flow.step}">`
  // Going back has a form of its own, so that Enter in a field never goes back.
  const backForm = view.back && !view.backKeepsChoices
  return layout({
    state,
    invitation,
    title: wrong ? `Error: ${view.title}` : view.title,
    rail: stepList(input),
    main: html`<form class="sheet" method="post" novalidate>
${hidden}
${view.backKeepsChoices && ENTER_GOES_ON}
<div class="body">
${view.glyph}
<h1 tabindex="-1" ${arrival === 'moved' && html`data-focus`}>${view.heading}</h1><p class="sub">${view.sub}</p>
${view.body}
</div>
<footer class="foot">
${view.back && html`<button type="submit" ${backForm ? html`form="back"` : BACK} class="button button-quiet">${icon('back')}${view.back}</button>`}
${view.note && html`<p class="note">${view.note}</p>`}
${view.next && html`<button type="submit" name="action" value="next" class="button button-next">${view.next}</button>`}
</footer>
</form>
${backForm && html`<form id="back" method="post">${hidden}<input type="hidden" ${BACK}></form>`}`,
  })
}

const BACK = html`name="action" value="back"`

/** Enter presses a form's first button. */
const ENTER_GOES_ON = html`<button type="submit" name="action" value="next" class="unseen" tabindex="-1" aria-hidden="true"></button>`

const RAIL_LABELS: Partial<Record<StepName, string>> = {
  find: 'Find your utility',
  'sign-in': 'Sign in',
  'security-code': 'Security code',
  'security-question': 'Security question',
  'new-password': 'New password',
  'no-accounts': 'Accounts',
  codes: 'Forward codes',
  configure: 'Sites and data',
  done: 'Done',
}

/** The steps of this customer's way, as far as they are known. */
function stepList({ invitation, flow: { step, start, challenge } }: Visit): Html | null {
  if (step === 'email' || step === 'code') return null
  const all: StepName[] = start === 'find' ? ['find', 'sign-in'] : [start]
  if (challenge) all.push(challenge.kind)
  if (invitation.connectionId === null) all.push('configure')
  all.push('done')
  const current = all.indexOf(step === 'address' ? 'find' : step)
  const items = all.map((name, index) => {
    const isDone = index < current || step === 'done'
    return html`<li ${isDone && html`data-done`} ${index === current && html`aria-current="step"`}>${RAIL_LABELS[name]}${isDone && html`<span class="unseen"> (done)</span>`}</li>`
  })
  return html`<ol class="steps" aria-label="Steps">${items}</ol>`
}
