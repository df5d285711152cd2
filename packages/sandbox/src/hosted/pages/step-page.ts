import type { InvitationRecord } from '../../core/records.ts'
import { type Html, html } from '../../lib/html.ts'
import type { Flow, StepName } from '../flows.ts'
import type { Challenge } from '../parts/credentials.ts'
import { icon } from '../parts/icons.ts'
import { addressStep } from './address-step.ts'
import { codesStep } from './codes-step.ts'
import { configureStep } from './configure-step.ts'
import { doneStep } from './done-step.ts'
import { findStep } from './find-step.ts'
import { codeStep, emailStep } from './gate-steps.ts'
import { layout } from './layout.ts'
import { backForm, hiddenFields, type StepView } from './parts.ts'
import { securityCodeStep, securityQuestionStep } from './security-steps.ts'
import { signInStep } from './sign-in-step.ts'
import type { StepInput } from './step-input.ts'
import { newPasswordStep, noAccountsStep } from './trouble-steps.ts'

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
  const { world, invitation, flow, feedback } = input
  const { title, body, back, next, note } = VIEWS[flow.step](input)
  const wrong = Object.keys(feedback.errors).length > 0
  return layout({
    world,
    invitation,
    title: wrong ? `Error: ${title}` : title,
    rail: stepList(invitation, flow),
    main: html`<form class="sheet" method="post" novalidate>
${hiddenFields(flow)}
<div class="body">${body}</div>
<footer class="foot">
${back && html`<button type="submit" form="back" class="button button-quiet">${icon('back')}${back}</button>`}
${note && html`<p class="note">${note}</p>`}
${next && html`<button type="submit" name="action" value="next" class="button button-next">${next}</button>`}
</footer>
</form>
${back && backForm(flow)}`,
  })
}

interface RailStep {
  label: string
  steps: StepName[]
}

const FIND: RailStep = { label: 'Find your utility', steps: ['find', 'address'] }
const SIGN_IN: RailStep = { label: 'Sign in', steps: ['sign-in'] }
const CHALLENGES: Record<Challenge, RailStep> = {
  'security-code': { label: 'Security code', steps: ['security-code'] },
  'security-question': { label: 'Security question', steps: ['security-question'] },
  'new-password': { label: 'New password', steps: ['new-password'] },
  'no-accounts': { label: 'Accounts', steps: ['no-accounts'] },
}
const CODES: RailStep = { label: 'Forward codes', steps: ['codes'] }
const CONFIGURE: RailStep = { label: 'Sites and data', steps: ['configure'] }
const DONE: RailStep = { label: 'Done', steps: ['done'] }

function stepList(invitation: InvitationRecord, flow: Flow): Html | null {
  if (flow.step === 'email' || flow.step === 'code') return null
  const all = [
    ...(flow.start === 'find' ? [FIND] : []),
    flow.start === 'codes' ? CODES : SIGN_IN,
    ...(flow.challenge ? [CHALLENGES[flow.challenge.kind]] : []),
    ...(invitation.connectionId === null ? [CONFIGURE] : []),
    DONE,
  ]
  const current = all.findIndex(({ steps }) => steps.includes(flow.step))
  return html`<ol class="steps" aria-label="Steps">${all.map(
    ({ label }, index) =>
      html`<li ${stepState(index, current, flow)}>${label}${
        (index < current || flow.step === 'done') && html`<span class="unseen"> (done)</span>`
      }</li>`,
  )}</ol>`
}

function stepState(index: number, current: number, flow: Flow): Html | null {
  if (flow.step === 'done') return index === current ? html`data-done aria-current="step"` : html`data-done`
  if (index < current) return html`data-done`
  return index === current ? html`aria-current="step"` : null
}
