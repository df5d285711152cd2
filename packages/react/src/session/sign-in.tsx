import type { ConnectError } from '@nectar-connect/client'
import { type ReactNode, useState } from 'react'
import { callHost } from '../context/call-host.ts'
import { useDialog } from '../context/dialog-context.ts'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { connectionsRoot } from '../data/queries.ts'
import { useEnvironment } from '../data/use-environment.ts'
import { enStatus } from '../i18n/en-status.ts'
import { formatLeft } from '../i18n/format-time.ts'
import { format } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { MORE_ICONS } from '../ui/more-icons.ts'
import { useRemainingTime } from './use-remaining-time.ts'

/** Lets the host sign the customer in again, and goes on. @returns null where the host offers no way */
export function useSignIn(goOn: () => void) {
  const { onSignedOut } = useSettings(enStatus)
  const { client, queryClient } = useEnvironment()
  const { stepAside } = useDialog()
  const [isBusy, setBusy] = useState(false)
  if (!onSignedOut) return null

  async function signIn() {
    setBusy(true)
    // A moment later: our dialog makes room for what it opens.
    const isDone = Promise.resolve().then(() => callHost(onSignedOut))
    void stepAside(isDone).then(() => setBusy(false))
    // Not signed in after all: everything stays as it is, and the way on stays there.
    if (!(await isDone)) return
    void queryClient.invalidateQueries({ queryKey: connectionsRoot(client.basePath) })
    goOn()
  }

  return {
    isBusy,
    /** For the button that starts it. */
    button: {
      'aria-disabled': isBusy,
      onClick() {
        if (!isBusy) void signIn()
      },
      // The host's dialog took the focus, and its promise may be forgotten with it.
      onFocus: () => setBusy(false),
    },
  }
}

/** What the button says that tries again, and whether the server wants it to wait: then it says how long. */
export function useRetry(retryInMs: () => number) {
  const { locale, tryAgain, tryAgainIn } = useSettings(enStatus).messages
  const left = useRemainingTime(retryInMs)
  const isWaiting = left > 0
  return { isWaiting, words: isWaiting ? format(tryAgainIn, { time: formatLeft(locale, left) }) : tryAgain }
}

interface SignInProps {
  /** What goes on once the customer is signed in. */
  onSignedIn: () => void
  size?: 'md' | 'sm'
  /** Where the host offers no way to sign in. */
  fallback: ReactNode
}

/** Leads to the host's sign-in. */
export function SignIn({ onSignedIn, size = 'md', fallback }: SignInProps) {
  const { messages, app } = useSettings(enStatus)
  const name = useHostName()
  const signIn = useSignIn(onSignedIn)
  const words = format(messages.failed.signIn, { host: name })
  const kind = size === 'md' ? 'primary' : 'secondary'
  if (signIn) {
    return (
      <Button kind={kind} size={size} icon={signIn.isBusy ? 'spinner' : MORE_ICONS.door} {...signIn.button}>
        {words}
      </Button>
    )
  }
  if (!app.signInUrl) return fallback
  return (
    <a className={`nectar-btn nectar-btn--${kind}`} data-nectar-size={size} href={app.signInUrl}>
      {words}
    </a>
  )
}

interface SignInOrRetryProps {
  error: ConnectError
  onRetry: () => void
  size?: 'md' | 'sm'
}

/** The way on from what could not be read: signing in where somebody was signed out, else trying again. */
export function SignInOrRetry({ error, onRetry, size = 'md' }: SignInOrRetryProps) {
  const { messages } = useSettings(enStatus)
  const retry = (
    <Button size={size} icon={MORE_ICONS.refresh} onClick={onRetry}>
      {messages.tryAgain}
    </Button>
  )
  return error.code === 'unauthenticated' ? (
    <SignIn onSignedIn={onRetry} size={size} fallback={retry} />
  ) : (
    retry
  )
}
