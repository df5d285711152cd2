import type { ConnectError } from '@nectar-connect/client'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { format } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { useSignIn } from './use-sign-in.ts'

interface SignInOrRetryProps {
  error: ConnectError
  onRetry: () => void
  size?: 'md' | 'sm'
}

/** The way on from what could not be read: signing in where somebody was signed out, else trying again. */
export function SignInOrRetry({ error, onRetry, size = 'md' }: SignInOrRetryProps) {
  const { messages, app } = useSettings()
  const name = useHostName()
  const signIn = useSignIn(onRetry)
  const words = format(messages.failed.signedOut.signIn, { host: name })
  const kind = size === 'md' ? 'primary' : 'secondary'
  if (error.code === 'unauthenticated' && signIn) {
    return (
      <Button kind={kind} size={size} icon="door" {...signIn.button}>
        {words}
      </Button>
    )
  }
  if (error.code === 'unauthenticated' && app.signInUrl) {
    return (
      <a className={`nectar-btn nectar-btn--${kind}`} data-nectar-size={size} href={app.signInUrl}>
        {words}
      </a>
    )
  }
  return (
    <Button size={size} icon="refresh" onClick={onRetry}>
      {messages.tryAgain}
    </Button>
  )
}
