import { type ComponentPropsWithoutRef, useState } from 'react'
import { callHost } from '../context/call-host.ts'
import { useDialog } from '../context/dialog-context.ts'
import { useSettings } from '../context/use-settings.ts'
import { connectionsRoot } from '../data/queries.ts'
import { useEnvironment } from '../data/use-environment.ts'

interface SignIn {
  isBusy: boolean
  /** For the button that starts it. */
  button: Pick<ComponentPropsWithoutRef<'button'>, 'aria-disabled' | 'onClick' | 'onFocus'>
}

/**
 * Lets the host sign the customer in again, and goes on where it stopped.
 *
 * @returns null where the host offered no way to do so
 */
export function useSignIn(goOn: () => void): SignIn | null {
  const { onSignedOut } = useSettings()
  const environment = useEnvironment()
  const { queryClient } = environment
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
    void queryClient.invalidateQueries({ queryKey: connectionsRoot(environment.client.basePath) })
    goOn()
  }

  return {
    isBusy,
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
