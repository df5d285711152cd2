import { findProvider } from '../core/catalog.ts'
import { record } from '../core/invitations.ts'
import { mailCode } from '../core/mails.ts'
import type { InvitationRecord } from '../core/records.ts'
import type { World } from '../core/world.ts'
import { answerChallenge, beginChallenge } from './answer-challenge.ts'
import { choose, type Flow, providerAt, type StepName } from './flows.ts'
import { readChoices } from './parts/choices.ts'
import { signInOf } from './parts/credentials.ts'
import { submit } from './submit.ts'

/** What the page says about the last try: a sentence by field, and the text to show again. */
export interface Feedback {
  errors: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
}

export const NO_FEEDBACK: Feedback = { errors: {}, values: {} }

const CODE_TRIES = 3

/** Takes one posted form: moves the flow on, or says what is missing. */
export function nextStep(world: World, invitation: InvitationRecord, flow: Flow, form: FormData): Feedback {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, 2000) : ''
  }
  if (!isAbout(flow, text('at'))) return NO_FEEDBACK
  if (text('action') === 'back') return goBack(flow)
  switch (flow.step) {
    case 'email':
      return sendCode(world, invitation, flow, text('email').trim())
    case 'code':
      return verifyCode(world, invitation, flow, text('code').replaceAll(/\s/g, ''))
    case 'find':
      return chooseProvider(flow, text('provider'), text('q').trim())
    case 'address':
      return text('action') === 'confirm' ? confirmAddress(flow) : lookUpAddress(flow, text('address').trim())
    case 'sign-in':
      return signIn(world, invitation, flow, text('username').trim(), text('password'))
    case 'security-code':
    case 'security-question':
    case 'new-password':
    case 'no-accounts': {
      const verdict = answerChallenge(flow, flow.step, {
        securityCode: text('security-code').replaceAll(/\s/g, ''),
        answer: text('answer').trim(),
        newPassword: text('new-password'),
      })
      return verdict === 'passed' ? goOn(world, invitation, flow) : verdict
    }
    case 'codes':
      return confirmForwarding(world, invitation, flow)
    case 'configure':
      return configure(world, invitation, flow, form)
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
  const reachable: Record<StepName, boolean> = {
    email: flow.step === 'code',
    code: false,
    find: pastGate(flow) && flow.start === 'find',
    address: pastGate(flow) && flow.start === 'find',
    'sign-in': pastGate(flow) && flow.provider !== null && flow.start !== 'codes',
    'security-code': false,
    'security-question': false,
    'new-password': false,
    'no-accounts': false,
    codes: false,
    configure: false,
    done: false,
  }
  if (flow.step !== 'done' && Object.hasOwn(reachable, at) && reachable[at as StepName])
    flow.step = at as StepName
  return at === '' || at === flow.step
}

function pastGate(flow: Flow): boolean {
  return flow.step !== 'email' && flow.step !== 'code'
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

function sendCode(world: World, invitation: InvitationRecord, flow: Flow, email: string): Feedback {
  const allowed = invitation.allowedEmails.find((entry) => entry.toLowerCase() === email.toLowerCase())
  if (allowed === undefined) {
    const error = email === '' ? 'Enter your email address.' : 'This link was not made for that address.'
    return { errors: { email: error }, values: { email } }
  }
  const code = world.ids.code()
  flow.mailed = { email: allowed, code, triesLeft: CODE_TRIES }
  mailCode(world, invitation, allowed, code)
  flow.step = 'code'
  return NO_FEEDBACK
}

function verifyCode(world: World, invitation: InvitationRecord, flow: Flow, code: string): Feedback {
  const { mailed } = flow
  if (mailed === null) return goBack(flow)
  if (code === mailed.code) {
    flow.verifiedEmail = mailed.email
    flow.step = flow.start
    record(world, invitation, 'EMAIL_VERIFIED', mailed.email)
    return NO_FEEDBACK
  }
  if (code === '') return { errors: { code: 'Enter the six digits.' }, values: {} }
  mailed.triesLeft -= 1
  if (mailed.triesLeft > 0) {
    return { errors: { code: 'That is not the code we sent. Check the digits and try again.' }, values: {} }
  }
  flow.mailed = null
  flow.step = 'email'
  return {
    errors: { email: 'That code was wrong three times. Ask for a new one.' },
    values: { email: mailed.email },
  }
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
  return { errors: { address: error }, values: { address } }
}

function confirmAddress(flow: Flow): Feedback {
  if (flow.candidate === null) return { errors: { address: 'Enter a web address.' }, values: {} }
  return withProvider(flow, flow.candidate)
}

function withProvider(flow: Flow, provider: NonNullable<Flow['provider']>): Feedback {
  if (flow.provider?.url !== provider.url) {
    flow.login = null
    flow.choices = null
  }
  flow.provider = provider
  flow.step = 'sign-in'
  return NO_FEEDBACK
}

function signIn(
  world: World,
  invitation: InvitationRecord,
  flow: Flow,
  username: string,
  password: string,
): Feedback {
  const errors = {
    ...(username === '' ? { username: 'Enter your username or email.' } : {}),
    ...(password === '' ? { password: 'Enter your password.' } : {}),
  }
  if (Object.keys(errors).length > 0) return { errors, values: { username } }
  const { challenge, ends } = signInOf(username, password)
  flow.login = { username, outcome: ends }
  flow.challenge = null
  if (challenge === null) return goOn(world, invitation, flow)
  beginChallenge(flow, challenge)
  return NO_FEEDBACK
}

/** The utility let the customer in: sites and bills are next, or everything is there already. */
function goOn(world: World, invitation: InvitationRecord, flow: Flow): Feedback {
  if (invitation.connectionId === null) flow.step = 'configure'
  else submit(world, invitation, flow, null)
  return NO_FEEDBACK
}

/** The login stays as it is; the check tries whether codes arrive now. */
function confirmForwarding(world: World, invitation: InvitationRecord, flow: Flow): Feedback {
  const username = world.state.connections.get(invitation.connectionId ?? '')?.username
  if (username === undefined) return NO_FEEDBACK
  flow.login = { username, outcome: 'CONNECTED' }
  submit(world, invitation, flow, null)
  return NO_FEEDBACK
}

function configure(world: World, invitation: InvitationRecord, flow: Flow, form: FormData): Feedback {
  const { choices, errors } = readChoices(world, invitation, form)
  flow.choices = choices
  if (Object.keys(errors).length > 0) return { errors, values: {} }
  submit(world, invitation, flow, choices)
  return NO_FEEDBACK
}
