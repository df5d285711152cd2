import type { Flow } from './flows.ts'
import type { Feedback } from './next-step.ts'
import { type Challenge, SANDBOX_ANSWER, SANDBOX_CODE, SANDBOX_PASSWORD } from './parts/credentials.ts'

/** What was typed at the utility's request. None of it is kept. */
export interface ChallengeAnswer {
  securityCode: string
  answer: string
  newPassword: string
}

type Verdict = 'passed' | Feedback

const TRIES = 3

/** The utility asks before it lets the customer in. */
export function beginChallenge(flow: Flow, challenge: Challenge): void {
  flow.challenge = { kind: challenge, triesLeft: TRIES }
  flow.step = challenge
}

/** Takes an answer: it is passed, or there is something to say about it. After three wrong ones it is back to sign-in. */
export function answerChallenge(flow: Flow, challenge: Challenge, given: ChallengeAnswer): Verdict {
  switch (challenge) {
    case 'security-code':
      if (given.securityCode === SANDBOX_CODE) return 'passed'
      if (given.securityCode === '') return wrong('security-code', 'Enter the six digits.')
      return missed(flow, 'security-code', 'That is not the code. Check the digits and try again.')
    case 'security-question':
      if (given.answer.toLowerCase() === SANDBOX_ANSWER) return 'passed'
      if (given.answer === '') return wrong('answer', 'Enter your answer.')
      return missed(flow, 'answer', 'That is not the answer on file. Check the spelling and try again.')
    case 'new-password':
      if (given.newPassword === '') return wrong('new-password', 'Enter your new password.')
      if (given.newPassword !== SANDBOX_PASSWORD) return 'passed'
      return wrong('new-password', 'That is the old one. Enter the password that you set just now.')
    case 'no-accounts':
      return 'passed'
  }
}

function missed(flow: Flow, name: string, error: string): Feedback {
  if (flow.challenge !== null) flow.challenge.triesLeft -= 1
  if (flow.challenge !== null && flow.challenge.triesLeft > 0) return wrong(name, error)
  flow.challenge = null
  flow.step = 'sign-in'
  return wrong('password', 'That was wrong three times. Sign in once more to get another try.')
}

function wrong(name: string, error: string): Feedback {
  return { errors: { [name]: error }, values: {} }
}
