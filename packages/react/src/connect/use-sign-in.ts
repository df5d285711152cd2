import { useState } from 'react'
import { connectionsRoot } from '../connections/connections-query.ts'
import { useEnvironment } from '../provider/nectar-connect-provider.tsx'
import { useSettings } from '../provider/use-settings.ts'
import { useShell } from './shell-context.ts'

interface SignIn {
  isBusy: boolean
  start: () => void
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
  const { stepAside } = useShell()
  const [isBusy, setBusy] = useState(false)
  if (!onSignedOut) return null
  return {
    isBusy,
    start() {
      if (isBusy) return
      setBusy(true)
      const settled = Promise.resolve().then(onSignedOut)
      stepAside(settled)
      settled

        .then(() => {
          void queryClient.invalidateQueries({ queryKey: connectionsRoot(environment.client.basePath) })
          goOn()
        })
        // Not signed in after all: everything stays as it is, and the way on stays there.
        .catch(() => {})
        .finally(() => setBusy(false))
    },
  }
}
