import { record } from '../state/invitations.ts'
import { mailCode } from '../state/mails.ts'
import { findProvider } from '../state/providers.ts'
import { type ChosenProvider, choose, type Flow, providerAt, type StepName, type Visit } from './flows.ts'
import { type Challenge, SANDBOX_ANSWER, SANDBOX_CODE, SANDBOX_PASSWORD, signInOf } from './sign-ins.ts'
import { readChoices, submit } from './submit.ts'

/** What the page says about the last try: a sentence by field, and the text to show again. */
export interface Feedback {
  errors: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
}

export const NO_FEEDBACK: Feedback = { errors: {}, values: {} }

/** How often a code or an answer may be wrong. */
const TRIES = 3

type Text = (name: string) => string

/** Takes one posted form: moves the flow on, or says what is missing. */
export function advance(visit: Visit, form: FormData): Feedback {
  const { flow } = visit
  const text: Text = (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, 2000) : ''
  }
  if (!isAbout(flow, text('at'))) return NO_FEEDBACK
  if (text('action') === 'back') {
    if (flow.step === 'configure') flow.choices = readChoices(visit, form).choices
    return goBack(flow)
  }
  switch (flow.step) {
    case 'email':
      return sendCode(visit, text('email').trim())
    case 'code':
      return verifyCode(visit, digits(text('code')))
    case 'find':
      return chooseProvider(flow, text('provider'), text('q').trim())
    case 'address':
      if (text('action') === 'confirm' && flow.candidate) return withProvider(flow, flow.candidate)
      return lookUpAddress(flow, text('address').trim())
    case 'sign-in':
      return signIn(visit, text('username').trim(), text('password'))
    case 'security-code':
    case 'security-question':
    case 'new-password':
    case 'no-accounts':
      return answerChallenge(flow, flow.step, text) ?? goOn(visit)
    case 'codes':
      return confirmForwarding(visit)
    case 'configure':
      return configure(visit, form)
    case 'done':
      return NO_FEEDBACK
  }
}

/**
 * Whether a form is about where the flow stands. The browser's own back button shows an earlier form; when that one
 * is sent, the flow goes back with it, but only to steps whose needs are met, and never from the end. Any other form
 * that was answered already comes of a reload or a double click, and answers nothing else.
 */
function isAbout(flow: Flow, at: string): boolean {
  const isPastGate = flow.step !== 'email' && flow.step !== 'code'
  const reachable: Record<string, boolean> = {
    email: flow.step === 'code',
    find: isPastGate && flow.start === 'find',
    address: isPastGate && flow.start === 'find',
    'sign-in': isPastGate && flow.provider !== null && flow.start !== 'codes',
  }
  if (flow.step !== 'done' && reachable[at] === true) flow.step = at as StepName
  return at === '' || at === flow.step
}

function goBack(flow: Flow): Feedback {
  const before: Partial<Record<StepName, StepName>> = {
    code: 'email',
    address: 'find',
    'sign-in': flow.start,
    'security-code': 'sign-in',
    'security-question': 'sign-in',
    'new-password': 'sign-in',
    'no-accounts': 'sign-in',
    configure: 'sign-in',
  }
  flow.step = before[flow.step] ?? flow.step
  return NO_FEEDBACK
}

function sendCode({ state, invitation, flow }: Visit, email: string): Feedback {
  const allowed = invitation.allowedEmails.find((entry) => entry.toLowerCase() === email.toLowerCase())
  if (allowed === undefined) {
    const error = email === '' ? 'Enter your email address.' : 'This link was not made for that address.'
    return wrong('email', error, email)
  }
  const code = state.ids.code()
  flow.mailed = { email: allowed, code, triesLeft: TRIES }
  mailCode(state, invitation, allowed, code)
  flow.step = 'code'
  return NO_FEEDBACK
}

function verifyCode({ state, invitation, flow }: Visit, code: string): Feedback {
  const { mailed } = flow
  if (mailed === null) return goBack(flow)
  if (code === mailed.code) {
    flow.verifiedEmail = mailed.email
    flow.step = flow.start
    record(state, invitation, 'EMAIL_VERIFIED', mailed.email)
    return NO_FEEDBACK
  }
  if (code === '') return wrong('code', 'Enter the six digits.')
  mailed.triesLeft -= 1
  if (mailed.triesLeft > 0) {
    return wrong('code', 'That is not the code we sent. Check the digits and try again.')
  }
  flow.mailed = null
  flow.step = 'email'
  return wrong('email', 'That code was wrong three times. Ask for a new one.', mailed.email)
}

function chooseProvider(flow: Flow, id: string, query: string): Feedback {
  if (id === 'not-listed') {
    flow.candidate = null
    flow.step = 'address'
    return NO_FEEDBACK
  }
  const provider = findProvider(id)
  if (provider) return withProvider(flow, choose(provider))
  return { errors: {}, values: { q: query } }
}

function lookUpAddress(flow: Flow, address: string): Feedback {
  flow.candidate = providerAt(address)
  if (flow.candidate !== null) return { errors: {}, values: { address } }
  const error =
    address === '' ? 'Enter a web address.' : 'This is not a web address. It looks like myutility.com.'
  return wrong('address', error, address)
}

function withProvider(flow: Flow, provider: ChosenProvider): Feedback {
  if (flow.provider?.url !== provider.url) {
    flow.login = null
    flow.choices = null
  }
  flow.provider = provider
  flow.step = 'sign-in'
  return NO_FEEDBACK
}

function signIn(visit: Visit, username: string, password: string): Feedback {
  const { flow } = visit
  const errors = {
    ...(username === '' && { username: 'Enter your username or email.' }),
    ...(password === '' && { password: 'Enter your password.' }),
  }
  if (Object.keys(errors).length > 0) return { errors, values: { username } }
  const { challenge, ends } = signInOf(username, password)
  flow.login = { username, outcome: ends }
  flow.challenge = challenge && { kind: challenge, triesLeft: TRIES }
  if (challenge === null) return goOn(visit)
  flow.step = challenge
  return NO_FEEDBACK
}

/** Takes what was typed at the utility's request, and keeps none of it. @returns null: it is passed */
function answerChallenge(flow: Flow, challenge: Challenge, text: Text): Feedback | null {
  if (challenge === 'security-code') {
    const code = digits(text('security-code'))
    if (code === SANDBOX_CODE) return null
    if (code === '') return wrong('security-code', 'Enter the six digits.')
    return missed(flow, 'security-code', 'That is not the code. Check the digits and try again.')
  }
  if (challenge === 'security-question') {
    const answer = text('answer').trim().toLowerCase()
    if (answer === SANDBOX_ANSWER) return null
    if (answer === '') return wrong('answer', 'Enter your answer.')
    return missed(flow, 'answer', 'That is not the answer on file. Check the spelling and try again.')
  }
  if (challenge === 'new-password') {
    const password = text('new-password')
    if (password === '') return wrong('new-password', 'Enter your new password.')
    if (password === SANDBOX_PASSWORD) {
      return wrong('new-password', 'That is the old one. Enter the password that you set just now.')
    }
  }
  return null
}

/** After three wrong answers it is back to sign-in. */
function missed(flow: Flow, name: string, error: string): Feedback {
  const triesLeft = (flow.challenge?.triesLeft ?? 1) - 1
  if (flow.challenge) flow.challenge.triesLeft = triesLeft
  if (triesLeft > 0) return wrong(name, error)
  flow.challenge = null
  flow.step = 'sign-in'
  return wrong('password', 'That was wrong three times. Sign in once more to get another try.')
}

/** The utility let the customer in: sites and bills are next, or everything is there already. */
function goOn(visit: Visit): Feedback {
  if (visit.invitation.connectionId === null) visit.flow.step = 'configure'
  else submit(visit, null)
  return NO_FEEDBACK
}

/** The login stays as it is; the check tries whether codes arrive now. */
function confirmForwarding(visit: Visit): Feedback {
  const { state, invitation, flow } = visit
  const username = state.connections.get(invitation.connectionId ?? '')?.username
  if (username === undefined) return NO_FEEDBACK
  flow.login = { username, outcome: 'CONNECTED' }
  submit(visit, null)
  return NO_FEEDBACK
}

function configure(visit: Visit, form: FormData): Feedback {
  const { choices, errors } = readChoices(visit, form)
  visit.flow.choices = choices
  if (Object.keys(errors).length > 0) return { errors, values: {} }
  submit(visit, choices)
  return NO_FEEDBACK
}

function wrong(name: string, error: string, value?: string): Feedback {
  return { errors: { [name]: error }, values: value === undefined ? {} : { [name]: value } }
}

function digits(text: string): string {
  return text.replaceAll(/\s/g, '')
}
