import { html } from 'hono/html'
import type { Flow, StepName, Visit } from './flows.ts'
import { icon } from './icons.ts'
import { layout } from './layout.ts'
import type { Html, StepInput, StepView } from './parts.ts'
import type { Challenge } from './sign-ins.ts'
import { addressStep, findStep } from './steps/find-steps.ts'
import { codeStep, emailStep } from './steps/gate-steps.ts'
import { codesStep, configureStep, doneStep } from './steps/last-steps.ts'
import {
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

/** The page of the step that a flow is at. */
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
    rail: stepList({ state, invitation, flow }),
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

interface RailStep {
  label: string
  steps: StepName[]
}

const FIND: RailStep = { label: 'Find your utility', steps: ['find', 'address'] }
const SIGN_IN: RailStep = { label: 'Sign in', steps: ['sign-in'] }
const CODES: RailStep = { label: 'Forward codes', steps: ['codes'] }
const CONFIGURE: RailStep = { label: 'Sites and data', steps: ['configure'] }
const DONE: RailStep = { label: 'Done', steps: ['done'] }
const CHALLENGES: Record<Challenge, string> = {
  'security-code': 'Security code',
  'security-question': 'Security question',
  'new-password': 'New password',
  'no-accounts': 'Accounts',
}

function stepList({ invitation, flow }: Visit): Html | null {
  if (flow.step === 'email' || flow.step === 'code') return null
  const asked = flow.challenge?.kind
  const all = [
    ...(flow.start === 'find' ? [FIND] : []),
    flow.start === 'codes' ? CODES : SIGN_IN,
    ...(asked ? [{ label: CHALLENGES[asked], steps: [asked] }] : []),
    ...(invitation.connectionId === null ? [CONFIGURE] : []),
    DONE,
  ]
  const current = all.findIndex(({ steps }) => steps.includes(flow.step))
  return html`<ol class="steps" aria-label="Steps">${all.map(({ label }, index) => stepItem(label, index, current, flow))}</ol>`
}

function stepItem(label: string, index: number, current: number, flow: Flow): Html {
  const isDone = index < current || flow.step === 'done'
  return html`<li ${isDone && html`data-done`} ${index === current && html`aria-current="step"`}>${label}${isDone && html`<span class="unseen"> (done)</span>`}</li>`
}
